/** The card in small steps: which there are, and which have something in them. Pure. */
import type { Person } from "../../ipc";

export const STEPS = [
  "who",
  "close",
  "contact",
  "support",
  "expect",
  "between",
  "use",
  "reach",
  "safe",
  "page",
] as const;
export type StepName = (typeof STEPS)[number];

/** What is not asked about someone who has died. */
const LIVING: readonly StepName[] = ["contact", "support", "expect", "reach", "safe"];

/** The steps of someone's card, in order. */
export function stepsFor(person: Person): StepName[] {
  return STEPS.filter((step) => person.standing !== "died" || !LIVING.includes(step));
}

/** Whether a step has something in it. */
export function isDone(step: StepName, person: Person): boolean {
  const texts = (...some: string[]) => some.some((text) => text.trim() !== "");
  const any = (...some: (unknown[] | string | number | null)[]) =>
    some.some((one) => (Array.isArray(one) ? one.length > 0 : one !== null));
  switch (step) {
    case "who":
      return texts(person.name);
    case "close":
      return any(person.circle, person.circle_wanted, person.effect_on_recovery);
    case "contact":
      return (
        any(person.contact_frequency, person.contact_modes) ||
        texts(person.activities, person.can_talk_about, person.cannot_talk_about)
      );
    case "support":
      return any(
        person.support_given,
        person.support_received,
        person.support_kinds,
        person.conflict_level,
      );
    case "expect":
      return any(person.i_expect, person.they_expect);
    case "between":
      return (
        any(person.feelings_with, person.change_whose) ||
        texts(person.satisfying, person.unsatisfying, person.change_wanted)
      );
    case "use":
      return any(person.substance_role, person.knows_about) || texts(person.change_since_onset);
    case "reach":
      return texts(person.phone, person.phone_note) || person.can_call;
    case "safe":
      return person.feel_safe !== null;
    case "page":
      return person.private;
  }
}
