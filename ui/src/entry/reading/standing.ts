/** Where long-lived work stands, to read. */
import type { Work } from "../../ipc";
import { dayWithYear } from "../../lib/dates";
import { words } from "../../lib/words.svelte";
import type { Section } from "./section";

/** Nothing while it is simply being worked on. */
export function standing({ status, since, ending, takes }: Work): Section[] {
  const where = words(`work-status-${status}`);
  const from = since === null ? "" : words("work-since", { day: dayWithYear(since) });
  return [
    {
      question: words("work-standing"),
      text: status === "open" ? "" : [where, from].filter(Boolean).join(". "),
    },
    { question: words(status === "paused" ? "work-why-rests" : "work-ending"), text: ending },
    { question: words("work-takes"), text: takes },
  ];
}
