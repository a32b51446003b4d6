/** What the person wants with use. It stands in the course; every text about use follows it. */
import { codeOf, ipc, type ErrorCode, type Goal, type Record } from "../ipc";

/** The goals with a name, in the order they are offered. */
export const GOALS = [
  "abstinence",
  "cutting_down",
  "safer_use",
  "undecided",
] as const satisfies Exclude<Goal, object>[];
export type GoalKey = (typeof GOALS)[number] | "own" | "none";

/** Which words to take for a goal. */
export function goalKey(goal: Goal | null): GoalKey {
  if (goal === null) return "none";
  return typeof goal === "object" ? "own" : goal;
}

export class GoalBook {
  goal = $state.raw<Goal | null>(null);
  /** Whether it was read; before that nothing is asked. */
  known = $state(false);
  problem = $state.raw<ErrorCode | null>(null);
  #course: Record | null = null;

  get key(): GoalKey {
    return goalKey(this.goal);
  }

  async load(): Promise<void> {
    try {
      this.#course = (await ipc.course()).course;
      const body = this.#course?.body;
      this.goal = body?.kind === "course" ? body.goal : null;
      this.known = true;
    } catch {
      // Without it the texts are those for nobody's goal.
      this.known = false;
    }
  }

  async set(goal: Goal | null): Promise<void> {
    const before = this.goal;
    this.goal = goal;
    this.problem = null;
    try {
      // The course may have been changed beside this.
      const record = (await ipc.course()).course ?? (await ipc.newRecord("course"));
      if (record.body.kind !== "course") return;
      this.#course = { ...record, body: { ...record.body, goal } };
      await ipc.saveRecord(this.#course);
    } catch (error) {
      this.goal = before;
      this.problem = codeOf(error);
    }
  }
}
