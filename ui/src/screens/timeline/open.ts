/** Opens what a mark stands for: long-lived things on their page, entries in the journal. */
import type { Mark } from "../../ipc";
import { writingRoute } from "../../lib/places";
import { router } from "../../lib/router.svelte";

/** Goes there. */
export function openMark({ id, kind, at }: Pick<Mark, "id" | "kind" | "at">): void {
  if (at !== null) router.go({ name: "journal", id });
  else {
    const route = writingRoute(kind, id);
    if (route) router.go(route);
  }
}
