/** Where one is on the page of a change. Pure. */
import type { Transition } from "../../ipc";
import { words } from "../../lib/words.svelte";
import { FIELDS } from "./weigh";

/** The parts in their order, and which have something in them. */
export function outline(body: Transition): { id: string; label: string; done: boolean }[] {
  const filled = (...texts: string[]) => texts.some((text) => text.trim() !== "");
  return [
    {
      id: "grid",
      label: words("transition-step-grid"),
      done: FIELDS.some((field) => body[field].length > 0),
    },
    {
      id: "both",
      label: words("transition-step-both"),
      done: filled(body.miss, body.glad_to_leave, body.continues, body.small_thing),
    },
    {
      id: "happened",
      label: words("transition-happened"),
      done:
        filled(body.how_it_happened) ||
        body.feelings.length > 0 ||
        body.chosen !== null ||
        body.sudden !== null,
    },
    {
      id: "people",
      label: words("transition-people"),
      done: body.people_lost.length + body.people_kept.length + body.people_gained.length > 0,
    },
    { id: "skills", label: words("transition-skills"), done: body.skills.length > 0 },
    { id: "supports", label: words("transition-supports"), done: body.supports.length > 0 },
    {
      id: "using",
      label: words("transition-using"),
      done: filled(body.using_then, body.using_now),
    },
    { id: "standing", label: words("transition-step-standing"), done: body.work.status !== "open" },
  ];
}
