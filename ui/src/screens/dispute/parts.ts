/** The parts of the page on a disagreement, and what can be begun from it. */
import type { Dispute, KindName } from "../../ipc";
import type { WritingKind } from "../../lib/router.svelte";
import { words } from "../../lib/words.svelte";

/** What can belong to a disagreement. */
export const KINDS = [
  "conflict",
  "event",
  "contact",
  "decision",
  "rehearsal",
  "experiment",
] as const satisfies KindName[];

/** What can be begun: what leads to speaking only where that is clearly safe (domain reference D.7). */
export function beginnings(open: boolean): { kind: WritingKind; label: string }[] {
  return [
    { kind: "conflict", label: words("dispute-begin-conflict") },
    ...(open
      ? ([
          { kind: "decision", label: words("dispute-begin-decision") },
          { kind: "rehearsal", label: words("dispute-begin-rehearsal") },
          { kind: "experiment", label: words("dispute-begin-experiment") },
        ] as const)
      : []),
  ];
}

/** The outline. */
export function stepsOf(
  body: Dispute,
  open: boolean,
): { id: string; label: string; done: boolean }[] {
  const any = (...texts: string[]) => texts.some((text) => text.trim() !== "");
  const closed = new Set(open ? [] : ["stands", "going", "options"]);
  return [
    { id: "expect", done: [...body.mine, ...body.theirs].some(({ text }) => any(text)) },
    { id: "believe", done: any(body.value_difference) },
    { id: "stands", done: body.stages.length > 0 },
    {
      id: "going",
      done: any(body.i_keep_it_going, body.they_keep_it_going, body.gain_of_not_settling),
    },
    { id: "elsewhere", done: any(body.pattern_elsewhere) || body.pattern_with.length > 0 },
    { id: "use", done: any(body.link_to_use) },
    { id: "wanted", done: any(body.wanted_outcome, body.good_enough) },
    { id: "backing", done: any(...body.resources) },
    { id: "options", done: body.alternatives.some(({ option }) => any(option)) },
    { id: "standing", done: body.work.since !== null },
  ]
    .filter(({ id }) => !closed.has(id))
    .map(({ id, done }) => ({ id, done, label: words(`dispute-step-${id}`) }));
}
