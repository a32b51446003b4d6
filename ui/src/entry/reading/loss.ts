/** How a loss and a memory read. */
import type { KeptDayKind, Loss, Memory } from "../../ipc";
import { dayWithYear, numeral } from "../../lib/dates";
import { givenName } from "../../lib/people";
import { words } from "../../lib/words.svelte";
import { partialLine, yearlyLine } from "../days";
import { bodyOf, listed, nameOf } from "../people";
import { ofTen } from "./phrases";
import type { Beside, Reader, Section } from "./section";
import { standing } from "./standing";

/** The page of someone who died. */
export const readLoss: Reader = (record, beside) => {
  const body = bodyOf(record, "loss");
  const name = body.person === null ? "" : givenName(nameOf(beside.cards, body.person));
  return [
    { question: words("grief-who"), text: name },
    ...known(body),
    ...between(body, name),
    ...story(body),
    ...behind(body),
    { question: words("loss-ladder"), list: body.avoided.map(avoided).filter(Boolean) },
    { question: words("loss-days"), list: body.kept_days.map((kept) => keptLine(kept, name)) },
    {
      question: name ? words("loss-remember-name", { name }) : words("loss-remember"),
      text: body.ways_i_remember,
    },
    { question: words("loss-knew"), text: knew(body, beside) },
    { question: words("loss-rebuilding"), list: body.rebuilding.map(rebuilt).filter(Boolean) },
    ...standing(body.work),
  ];
};

/** A memory. */
export const readMemory: Reader = (record, { cards }) => {
  const body = bodyOf(record, "memory");
  const who = cards.find(({ loss }) => loss !== null && loss.id === body.loss);
  return [
    {
      question: words("grief-who"),
      text: who ? givenName(nameOf(cards, who.record.id)) : "",
    },
    { question: words("memory-when"), text: body.when ? partialLine(body.when) : "" },
    { question: words("memory-text"), text: body.text },
    { question: words("memory-valence"), text: valence(body) },
    { question: words("memory-strength"), text: ofTen(body.strength) },
  ];
};

function valence(body: Memory): string {
  return body.valence === null ? "" : words(`memory-valence-${body.valence}`);
}

function known(body: Loss): Section[] {
  return [
    { question: words("grief-died-none"), text: body.died_on ? partialLine(body.died_on) : "" },
    {
      question: words("loss-cause-question"),
      text: body.cause === null ? "" : words(`grief-cause-${body.cause}`),
    },
  ];
}

function between(body: Loss, name: string): Section[] {
  return [
    { question: words("loss-ask-relationship_then"), text: body.relationship_then },
    { question: words("loss-ask-earliest_memory"), text: body.earliest_memory },
    { question: words("loss-ask-best_times"), text: body.best_times },
    { question: words("loss-ask-hard_times"), text: body.hard_times },
    { question: words("loss-ask-gave_me"), text: body.gave_me },
    { question: words("loss-ask-wished_different"), text: body.wished_different },
    { question: words("loss-ask-disappointments"), text: body.disappointments },
    {
      question: name ? words("loss-roles-name", { name }) : words("loss-roles"),
      list: body.roles,
    },
  ];
}

function story(body: Loss): Section[] {
  const sure = (value: Loss["expected"]) => (value === null ? "" : words(`loss-sure-${value}`));
  return [
    { question: words("loss-ask-last_time"), text: body.last_time },
    { question: words("loss-ask-how_i_heard"), text: body.how_i_heard },
    { question: words("loss-ask-what_happened_then"), text: body.what_happened_then },
    { question: words("loss-ask-ritual"), text: body.ritual },
    { question: words("loss-ask-use_then"), text: body.use_then },
    { question: words("loss-expected"), text: sure(body.expected) },
    { question: words("loss-there"), text: sure(body.i_was_there) },
    {
      question: words("loss-support-then"),
      text: body.support_then === null ? "" : words(`loss-degree-${body.support_then}`),
    },
    { question: words("loss-substances"), text: sure(body.substances_involved) },
  ];
}

function behind(body: Loss): Section[] {
  return [
    { question: words("loss-ask-unsaid"), text: body.unsaid },
    { question: words("loss-ask-regrets"), text: body.regrets },
    { question: words("loss-ask-anger"), text: body.anger },
    { question: words("loss-ask-relief"), text: body.relief },
  ];
}

/** "The cemetery. Looked like 8 of 10, was 4. Tried 5 March 2026. We sat in the car." */
function avoided({ what, before, tried_on: day, after, note }: Loss["avoided"][number]): string {
  const numbers =
    before !== null && after !== null
      ? words("loss-ladder-both", { before: numeral(before), after: numeral(after) })
      : before !== null
        ? words("loss-ladder-looks", { number: numeral(before) })
        : after !== null
          ? words("loss-ladder-was", { number: numeral(after) })
          : "";
  const tried = day ? words("loss-ladder-tried", { day: dayWithYear(day) }) : "";
  return sentences(what, numbers, tried, note);
}

function rebuilt(one: Loss["rebuilding"][number]): string {
  const { what, why, planned_on: day, done, how_it_felt: felt } = one;
  const thought = day && !done ? words("loss-rebuild-thought", { day: dayWithYear(day) }) : "";
  return sentences(what, why, thought, done ? words("loss-rebuild-done") : "", felt);
}

/** "Ruth’s birthday, 22 March" */
function keptLine({ what, on }: Loss["kept_days"][number], name: string): string {
  return words("loss-day-line", { what: keptName(what, name), day: yearlyLine(on) });
}

/** "Ruth’s birthday" */
export function keptName(what: KeptDayKind, name: string): string {
  if (typeof what === "object") return what.own;
  if (what === "birthday")
    return name ? words("loss-day-birthday-name", { name }) : words("loss-day-birthday");
  return name ? words("loss-day-anniversary-name", { name }) : words("loss-day-anniversary");
}

function knew(body: Loss, { cards }: Beside): string {
  return listed(body.people_who_knew.map((id) => nameOf(cards, id)).filter(Boolean));
}

/** Short pieces as sentences, each ended once. */
function sentences(...pieces: string[]): string {
  return pieces
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => (/[.!?…]$/.test(piece) ? piece : `${piece}.`))
    .join(" ");
}
