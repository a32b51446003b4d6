/** Someone's page in the stand-in: counted as the journal crate counts. */
import type {
  CheckIn,
  Counts,
  PersonCard,
  PersonPage,
  Record as Entry,
  RecordId,
  Row,
} from "./bindings";

/** From this craving on it counts as strong. */
const STRONG = 6;
const DAYS = 84;

interface Told {
  at: string;
  craving: number;
  there: boolean;
}

/** Someone's page, from all there is. */
export function fakePersonPage(
  card: PersonCard,
  all: readonly Entry[],
  now: string,
  parts: Pick<PersonPage, "draft" | "work"> & { rows: Row[] },
): PersonPage {
  const { id } = card.record;
  const since = daysBefore(now.slice(0, 10));
  const checkIns = all.flatMap(({ at, body }) =>
    body.kind === "check_in" && at.slice(0, 10) >= since ? [{ at, body }] : [],
  );
  const told = checkIns.filter(({ body }) => body.with.length > 0).map((one) => toldOf(one, id));
  return {
    card,
    draft: parts.draft,
    stood: all
      .flatMap(({ id: picture, at, body }) => {
        if (body.kind !== "circle") return [];
        const position = body.positions.find(({ person }) => person === id);
        return position ? [{ picture, at, shows: body.shows, ring: position.ring }] : [];
      })
      .sort((one, other) => one.at.localeCompare(other.at)),
    cravings: {
      there: counts(told.filter(({ there }) => there)),
      told: counts(told),
      untold: checkIns.length - told.length,
    },
    since,
    rows: parts.rows.slice(0, 20),
    matched: parts.rows.length,
    work: parts.work,
  };
}

function toldOf({ at, body }: { at: string; body: CheckIn }, id: RecordId): Told {
  const there = body.with.some(
    (one) => typeof one === "object" && "person" in one && one.person === id,
  );
  return { at, craving: body.craving ?? 0, there };
}

function counts(told: readonly Told[]): Counts {
  const days = (some: readonly Told[]) => new Set(some.map(({ at }) => at.slice(0, 10))).size;
  const strong = told.filter(({ craving }) => craving >= STRONG);
  return {
    check_ins: told.length,
    days: days(told),
    strong: strong.length,
    strong_days: days(strong),
  };
}

function daysBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - DAYS);
  return date.toISOString().slice(0, 10);
}

/** The long-lived work a record belongs to. */
export function focusOf(body: Entry["body"]): RecordId | null {
  if ("focus" in body) return body.focus;
  return body.kind === "grief" || body.kind === "memory" ? body.loss : null;
}

/** Whom a record names, as the journal crate gathers them. */
export function peopleOf({ around, body }: Entry): RecordId[] {
  const named: (RecordId | null)[] = [];
  if ("person" in body) named.push(body.person);
  switch (body.kind) {
    case "conflict":
      for (const { speaker } of body.turns)
        if (typeof speaker === "object") named.push(speaker.person);
      break;
    case "dispute":
      named.push(...body.pattern_with);
      break;
    case "loss":
      named.push(...body.people_who_knew);
      break;
    case "grief":
      named.push(...body.could_hear);
      break;
    case "transition":
      named.push(...body.people_lost, ...body.people_kept, ...body.people_gained);
      named.push(...body.supports.map(({ who }) => who));
      break;
    case "pattern":
      named.push(...body.seen_with);
      break;
    case "decision":
      named.push(...body.people_to_ask);
      break;
    case "circle":
      named.push(...body.positions.map(({ person }) => person));
      break;
  }
  return [...new Set([...around.people, ...named.filter((id) => id !== null)])];
}
