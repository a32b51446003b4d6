/** The answers that can be chosen, and how they are told apart. */
import type { Coping, Feeling, Halt, Place, Record as Entry, Trigger, UrgeLength } from "../ipc";

type Own = { own: string };
/** A named answer, the person's own word, or someone with a card. */
export type Answer = string | { own: string } | { person: string };
type Named<T> = Exclude<T, Own>;

/** In the order of the design, the usual ones first. */
export const FEELINGS = [
  "lonely",
  "hurt",
  "angry",
  "ashamed",
  "anxious",
  "tired",
  "bored",
  "sad",
  "stressed",
  "numb",
  "calm",
  "glad",
  "excited",
] as const satisfies Named<Feeling>[];

export const PLACES = [
  "home",
  "someones_home",
  "work",
  "out",
  "travelling",
  "online",
  "treatment",
] as const satisfies Named<Place>[];

/** What happens between people first; all of domain reference B.3 are there. */
export const TRIGGERS = [
  "argument",
  "hurt_by_person",
  "alone",
  "low_feeling",
  "cue",
  "out_of_the_blue",
  "loss",
  "life_change",
  "frustrated",
  "offered",
  "around_use",
  "good_times",
  "body",
  "withdrawal",
  "feel_better",
  "test_control",
] as const satisfies Named<Trigger>[];
/** How many of them show before "Show all". */
export const TRIGGERS_FIRST = 6;

export const COPING = [
  "talked_to_someone",
  "went_outside",
  "left",
  "wrote",
  "waited_it_out",
  "ate_or_rested",
  "exercise",
  "meeting",
  "medication",
  "prayer_or_meditation",
  "distraction",
  "nothing_yet",
] as const satisfies Named<Coping>[];

export const HALT = ["hungry", "angry", "lonely", "tired"] as const satisfies Halt[];

export const URGE_LENGTHS = [
  "under_five",
  "five_to_fifteen",
  "fifteen_to_thirty",
  "thirty_to_sixty",
  "over_an_hour",
  "still_going",
] as const satisfies UrgeLength[];

/** From this discomfort on, the medical warning of domain reference D.5 stands beside it. */
export const UNWELL_FROM = 7;

/** Tells answers apart. */
export function keyOf(answer: Answer): string {
  if (typeof answer === "string") return answer;
  return "own" in answer ? `own:${answer.own}` : `person:${answer.person}`;
}

/** The list with `answer` taken in or out; those in `alone` never stand beside others. */
export function toggled<T extends Answer>(
  list: readonly T[],
  answer: T,
  on: boolean,
  alone: readonly string[] = [],
): T[] {
  const key = keyOf(answer);
  const others = list.filter((each) => keyOf(each) !== key);
  if (!on) return others;
  if (alone.includes(key)) return [answer];
  return [...others.filter((each) => !alone.includes(keyOf(each))), answer];
}

/** Words a person used before, by row, and whom they were with. */
export interface OwnWords {
  feelings: string[];
  company: string[];
  places: string[];
  triggers: string[];
  coping: string[];
  substances: string[];
  /** Ids of cards, those that were there most often first. */
  people: string[];
}

/** No words yet. */
export const NO_WORDS: OwnWords = {
  feelings: [],
  company: [],
  places: [],
  triggers: [],
  coping: [],
  substances: [],
  people: [],
};

/** Most own words offered again in one row. */
const OFFERED = 6;

/** The own words of earlier check-ins and times of use, the most used first. */
export function ownWords(earlier: readonly Entry[]): OwnWords {
  const checkIns = earlier.flatMap(({ body }) => (body.kind === "check_in" ? [body] : []));
  const both = earlier.flatMap(({ body }) =>
    body.kind === "check_in" || body.kind === "use" ? [body] : [],
  );
  const own = (answers: readonly Answer[]) => mostUsed(answers.flatMap((one) => wordOf(one)));
  const company = both.flatMap((one) => one.with);
  return {
    feelings: own(earlier.flatMap(({ around }) => around.feelings.map((felt) => felt.feeling))),
    company: own(company),
    places: own(both.flatMap(({ place }) => place ?? [])),
    triggers: own(checkIns.flatMap((one) => one.triggers)),
    coping: own(checkIns.flatMap((one) => one.coping)),
    substances: mostUsed(both.flatMap((one) => one.substances)),
    people: mostUsed(
      company.flatMap((one) => (typeof one === "object" && "person" in one ? [one.person] : [])),
      Number.POSITIVE_INFINITY,
    ),
  };
}

function wordOf(answer: Answer): string[] {
  return typeof answer === "object" && "own" in answer ? [answer.own] : [];
}

function mostUsed(words: readonly string[], most = OFFERED): string[] {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([word]) => word);
}
