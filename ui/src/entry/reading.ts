/**
 * An entry as something to read: every question that has an answer, in order.
 * What safety hides on the writing page is hidden here too.
 */
import type { Around, Change, CheckIn, Grief, PersonCard, Record, RecordId } from "../ipc";
import { numeral } from "../lib/dates";
import { words } from "../lib/words.svelte";
import { givenName } from "../lib/people";
import { everyoneIn, listed, living, nameOf, originsOf, raising } from "./people";
import { strengths } from "./reading/felt";
import { ofTen } from "./reading/phrases";
import { READERS } from "./reading/readers";
import type { Section } from "./reading/section";

export type { ReadTurn, Section } from "./reading/section";

/** Those an entry leads back to, where that was looked up; otherwise none is known to be safe. */
export type Behind = readonly RecordId[] | null;

/**
 * Whether what leads to speaking with someone may be read: only after a clear yes for
 * everyone named in it and behind it. A disagreement is always with someone.
 */
export function mayRead(record: Record, cards: readonly PersonCard[], behind: Behind): boolean {
  const known = originsOf(record).length === 0 ? [] : behind;
  if (known === null) return false;
  const { open, nobody } = raising(living([...everyoneIn(record), ...known], cards), cards);
  const { kind } = record.body;
  return nobody ? kind !== "conflict" && kind !== "dispute" : open;
}

/** Whether only the title may be read: it leads to someone with whom that is not clearly safe. */
export function keptClosed(
  record: Record,
  cards: readonly PersonCard[],
  behind: Behind = null,
): boolean {
  const { kind } = record.body;
  return (kind === "rehearsal" || kind === "experiment") && !mayRead(record, cards, behind);
}

/** What an entry holds, without its title. */
export function sections(
  record: Record,
  cards: readonly PersonCard[],
  therapist: string,
  behind: Behind = null,
): Section[] {
  const { body, around } = record;
  switch (body.kind) {
    case "grief":
      return filled([...grief(body, cards, therapist), ...beside(around)]);
    case "check_in":
      return filled([...checkIn(body, cards), ...beside(around)]);
    case "note":
      return filled([{ question: "", text: body.text }, ...beside(around)]);
    default: {
      const read = READERS[body.kind];
      return read
        ? filled([
            ...read(record, { cards, therapist, open: mayRead(record, cards, behind) }),
            ...beside(around),
          ])
        : [];
    }
  }
}

function filled(all: Section[]): Section[] {
  return all.filter((section) => {
    if ("text" in section) return section.text.trim() !== "";
    return "list" in section ? section.list.length > 0 : section.turns.length > 0;
  });
}

function grief(body: Grief, cards: readonly PersonCard[], therapist: string): Section[] {
  const person = cards.find(({ loss }) => loss !== null && loss.id === body.loss);
  const name = person ? givenName(nameOf(cards, person.record.id)) : "";
  const hear = [
    ...body.could_hear.map((id) => nameOf(cards, id)).filter(Boolean),
    ...(body.therapist_could_hear ? [therapist || words("grief-therapist")] : []),
  ];
  return [
    {
      question: name ? words("grief-mind-name", { name }) : words("grief-mind"),
      text: body.brought_to_mind,
    },
    { question: words("grief-miss"), list: body.miss },
    { question: words("grief-hard"), list: body.hard },
    { question: words("grief-unsaid"), text: body.unsaid },
    { question: words("grief-feeling"), text: body.with_the_feeling },
    { question: words("grief-hear"), text: listed(hear) },
    { question: words("entry-around-line"), text: body.after_note },
  ];
}

function checkIn(body: CheckIn, cards: readonly PersonCard[]): Section[] {
  const own = (value: string | { own: string }, known: (code: string) => string) =>
    typeof value === "object" ? value.own : known(value);
  const company = body.with.map((one) => {
    if (one === "nobody") return words("check-in-with-nobody");
    if (one === "people_at_work") return words("check-in-with-work");
    return "person" in one ? nameOf(cards, one.person) : one.own;
  });
  return [
    { question: words("entry-read-check-in-craving"), text: ofTen(body.craving) },
    { question: words("check-in-peak"), text: ofTen(body.peak) },
    { question: words("entry-read-check-in-mood"), text: ofTen(body.mood) },
    {
      question: words("entry-read-check-in-used"),
      text:
        body.used === null
          ? ""
          : body.used === "rather_not_say"
            ? words("entry-read-used-rather-not-say")
            : words(`check-in-used-${body.used}`),
    },
    { question: words("check-in-substance"), text: body.substances.join(", ") },
    {
      question: words("check-in-length"),
      text: body.urge_length ? words(`check-in-length-${body.urge_length}`) : "",
    },
    { question: words("check-in-with"), text: listed(company.filter(Boolean)) },
    {
      question: words("check-in-where"),
      text: body.place === null ? "" : own(body.place, (code) => words(`check-in-where-${code}`)),
    },
    {
      question: words("check-in-halt"),
      text: body.halt.map((one) => words(`check-in-halt-${one}`)).join(", "),
    },
    {
      question: words("check-in-trigger"),
      list: body.triggers.map((one) => own(one, (code) => words(`check-in-trigger-${code}`))),
    },
    {
      question: words("check-in-did"),
      list: body.coping.map((one) => own(one, (code) => words(`check-in-did-${code}`))),
    },
    { question: words("check-in-helped"), text: ofTen(body.helped) },
    { question: words("check-in-confidence"), text: ofTen(body.confidence) },
    { question: words("check-in-body"), text: ofTen(body.body) },
    { question: words("check-in-note"), text: body.note },
  ];
}

function beside({ feelings, craving, mood }: Around): Section[] {
  return [
    { question: words("entry-feelings"), text: strengths(feelings) },
    {
      question: words("entry-read-around"),
      list: [changed("craving", craving), changed("mood", mood)].filter(Boolean),
    },
  ];
}

function changed(what: "craving" | "mood", change: Change): string {
  const before = change.before === null ? null : numeral(change.before);
  const after = change.after === null ? null : numeral(change.after);
  if (before !== null && after !== null) return words(`entry-read-${what}`, { before, after });
  if (before !== null) return words(`entry-read-${what}-before`, { before });
  return after === null ? "" : words(`entry-read-${what}-after`, { after });
}
