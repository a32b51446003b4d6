/** The one safety plan of a journal. */
import { ipc, type Record, type SafetyPlan } from "../ipc";
import { PLAN_PARTS } from "../entry/reading/care";

/** The plan, also while it is only a draft; null if none was begun. */
export async function findPlan(): Promise<Record | null> {
  const [kept] = await ipc.listRecords({
    kinds: ["safety_plan"],
    people: [],
    focus: null,
    from: null,
    to: null,
    limit: 1,
  });
  if (kept) return (await ipc.record(kept.id)).record;
  const draft = (await ipc.today()).drafts.find(({ kind }) => kind === "safety_plan");
  return draft ? (await ipc.record(draft.id)).record : null;
}

/** Whether anything stands in it. */
export function hasWords(plan: SafetyPlan): boolean {
  return PLAN_PARTS.some((part) => plan[part].some((line) => line.trim() !== ""));
}
