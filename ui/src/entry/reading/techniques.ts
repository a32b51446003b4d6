/** How rehearsals, experiments and decisions read. */
import type { Choice, PractisedWith } from "../../ipc";
import { dayWithYear } from "../../lib/dates";
import { givenName } from "../../lib/people";
import { words } from "../../lib/words.svelte";
import { bodyOf, feelSafe, listed, nameOf } from "../people";
import { ofTen, quoted } from "./phrases";
import type { Reader, ReadTurn, Section } from "./section";

/** A conversation that was practised. */
export const readRehearsal: Reader = (record, { cards, therapist }) => {
  const body = bodyOf(record, "rehearsal");
  const names = record.around.people.map((id) => givenName(nameOf(cards, id))).filter(Boolean);
  const they = names.length > 0 ? listed(names) : words("rehearsal-they");
  const turn = (who: string, said: string): ReadTurn[] =>
    said.trim() === "" ? [] : [{ who, said: quoted(said), under: [] }];
  const withWhom = (one: PractisedWith) =>
    one === "therapist" && therapist
      ? words("rehearsal-with-therapist-name", { name: therapist })
      : words(`rehearsal-with-${one}`);
  return [
    { question: words("rehearsal-read-situation"), text: body.situation },
    { question: words("rehearsal-read-goal"), text: body.goal },
    {
      question: words("rehearsal-read-line"),
      text: body.opening_line.trim() && quoted(body.opening_line),
    },
    {
      question: words("rehearsal-step-on"),
      turns: body.exchanges.flatMap(({ reply, response }) => [
        ...turn(they, reply),
        ...turn(words("rehearsal-me"), response),
      ]),
    },
    {
      question: words("rehearsal-read-practised"),
      text: body.practised_with.map(withWhom).join(", "),
    },
    {
      question: words("rehearsal-read-sure"),
      text: sure(body.confidence.before, body.confidence.after),
    },
  ];
};

function sure(was: number | null, is: number | null): string {
  const before = was === null ? null : ofTen(was);
  const after = is === null ? null : ofTen(is);
  if (before !== null && after !== null)
    return words("rehearsal-read-sure-both", { before, after });
  if (before !== null) return words("rehearsal-read-sure-before", { before });
  return after === null ? "" : words("rehearsal-read-sure-after", { after });
}

/** Something to try. */
export const readExperiment: Reader = (record) => {
  const body = bodyOf(record, "experiment");
  const day = body.planned_on === null ? "" : dayWithYear(body.planned_on);
  const when = body.when.trim();
  return [
    { question: words("experiment-step-status"), text: words(`experiment-status-${body.status}`) },
    {
      question: words("experiment-happened"),
      list: [
        body.tried_on === null
          ? ""
          : words("experiment-read-tried-on", { day: dayWithYear(body.tried_on) }),
        body.what_happened.trim(),
      ].filter(Boolean),
    },
    { question: words("experiment-step-learned"), text: body.learned },
    { question: words("experiment-why"), text: body.why },
    {
      question: words("experiment-step-when"),
      text: when && day ? words("experiment-read-when-both", { words: when, day }) : when || day,
    },
    { question: words("experiment-read-think"), text: body.prediction },
    { question: words("experiment-read-sure"), text: ofTen(body.confidence) },
  ];
};

/** A question with its options. */
export const readDecision: Reader = (record, { cards, open }) => {
  const body = bodyOf(record, "decision");
  const options = open ? body.options : [];
  const isSafe = (id: string) => feelSafe(cards, id) === "yes";
  const known = options.filter(({ text, nothing }) => nothing || text.trim() !== "");
  const chosen = body.chosen === null ? undefined : options[body.chosen];
  return [
    { question: words("decision-step-goal"), text: body.goal },
    {
      question: words("decision-step-options"),
      list: known.some(({ nothing }) => !nothing) ? known.map(optionName) : [],
    },
    ...known.map(weighed),
    { question: words("decision-step-know"), text: body.info_needed },
    {
      question: words("decision-read-ask"),
      text: listed(body.people_to_ask.filter(isSafe).map((id) => nameOf(cards, id))),
    },
    { question: words("decision-read-chosen"), text: chosen ? optionName(chosen) : "" },
    { question: words("decision-read-why"), text: open ? body.why : "" },
    {
      question: words("decision-read-look"),
      text: body.review_on === null || !open ? "" : dayWithYear(body.review_on),
    },
  ];
};

function optionName({ text, nothing }: Choice): string {
  return nothing ? words("decision-nothing") : text.trim();
}

function weighed(choice: Choice): Section {
  return {
    question: optionName(choice),
    list: [
      choice.takes.trim() && words("decision-read-takes", { text: choice.takes.trim() }),
      choice.good.trim() && words("decision-read-good", { text: choice.good.trim() }),
      choice.bad.trim() && words("decision-read-bad", { text: choice.bad.trim() }),
      choice.for_them.trim() && words("decision-read-them", { text: choice.for_them.trim() }),
      choice.for_recovery.trim() &&
        words("decision-read-recovery", { text: choice.for_recovery.trim() }),
      choice.doable === null ? "" : words("decision-read-doable", { number: ofTen(choice.doable) }),
    ].filter(Boolean),
  };
}
