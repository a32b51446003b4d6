/** A card as questions and answers, for reading. Skipped questions are left out. */
import { feltLine } from "../../entry/labels";
import type { Person } from "../../ipc";
import { words } from "../../lib/words.svelte";

/** One question with its answer. */
export interface Fact {
  question: string;
  answer: string;
}
/** The facts of one part of the card. */
export interface Part {
  name: "contact" | "support" | "between" | "use" | "reach";
  facts: Fact[];
}

/** What stands on a card besides who, how close, and what is expected. */
export function partsOf(person: Person): Part[] {
  const parts: Part[] = [
    { name: "between", facts: between(person) },
    { name: "contact", facts: contact(person) },
    { name: "support", facts: support(person) },
    { name: "use", facts: use(person) },
    { name: "reach", facts: reach(person) },
  ];
  return parts
    .map(({ name, facts }) => ({ name, facts: facts.filter(({ answer }) => answer.trim() !== "") }))
    .filter(({ facts }) => facts.length > 0);
}

function between(person: Person): Fact[] {
  return [
    { question: words("person-feelings"), answer: feltLine(person.feelings_with) },
    { question: words("person-good"), answer: person.satisfying },
    { question: words("person-hard"), answer: person.unsatisfying },
    { question: words("person-change"), answer: person.change_wanted },
    {
      question: words("person-whose"),
      answer: person.change_whose ? words(`person-whose-${person.change_whose}`) : "",
    },
  ];
}

function contact(person: Person): Fact[] {
  return [
    {
      question: words("person-often"),
      answer: person.contact_frequency ? words(`person-often-${person.contact_frequency}`) : "",
    },
    {
      question: words("person-how"),
      answer: inOrder(person.contact_modes.map((mode) => words(`person-how-${mode}`))),
    },
    { question: words("person-activities"), answer: person.activities },
    { question: words("person-can-talk"), answer: person.can_talk_about },
    { question: words("person-cannot-talk"), answer: person.cannot_talk_about },
  ];
}

function support(person: Person): Fact[] {
  const degree = (value: number | null) => (value === null ? "" : words(`person-degree-${value}`));
  return [
    { question: words("person-support-got"), answer: degree(person.support_received) },
    {
      question: words("person-support-of"),
      answer: inOrder(person.support_kinds.map((kind) => words(`person-support-of-${kind}`))),
    },
    { question: words("person-support-given"), answer: degree(person.support_given) },
    { question: words("person-conflict"), answer: degree(person.conflict_level) },
  ];
}

function use(person: Person): Fact[] {
  return [
    {
      question: words("person-use"),
      answer: inOrder(person.substance_role.map((role) => words(`person-use-${role}`))),
    },
    {
      question: words("person-knows"),
      answer: inOrder(person.knows_about.map((one) => words(`person-knows-${one}`))),
    },
    { question: words("person-onset"), answer: person.change_since_onset },
  ];
}

function reach(person: Person): Fact[] {
  return [
    {
      question: words("person-phone"),
      answer: [person.phone, person.phone_note].filter((one) => one.trim() !== "").join(" · "),
    },
    {
      question: words("person-can-call"),
      answer: person.can_call ? words("person-can-call-yes") : "",
    },
  ];
}

/** "Text, Call" */
function inOrder(answers: string[]): string {
  return answers.reduce(
    (first, second) => (first ? words("people-token-comma", { first, second }) : second),
    "",
  );
}
