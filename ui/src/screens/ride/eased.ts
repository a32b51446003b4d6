/** What eased an urge before, counted from rides that tell how it went. Pure. */
import { keyOf } from "../../answers/answers";
import type { Coping, Record as Entry } from "../../ipc";

/** One thing that was done, how often, and how often the urge was weaker afterwards. */
export interface Eased {
  what: Coping;
  eased: number;
  times: number;
}

/** The most that helped, first; only what eased it at least once. */
export function easedBefore(rides: readonly Entry[], most = 3): Eased[] {
  const found = new Map<string, Eased>();
  for (const { body, around } of rides) {
    const { before, after } = around.craving;
    if (body.kind !== "ride" || before === null || after === null) continue;
    for (const what of body.what_helped) {
      const one = found.get(keyOf(what)) ?? { what, eased: 0, times: 0 };
      found.set(keyOf(what), {
        what,
        times: one.times + 1,
        eased: one.eased + (after < before ? 1 : 0),
      });
    }
  }
  return [...found.values()]
    .filter(({ eased }) => eased > 0)
    .sort((a, b) => b.eased - a.eased || a.times - b.times)
    .slice(0, most);
}
