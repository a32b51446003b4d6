/** How a disagreement reads. What its page keeps closed is left out here too (domain reference D.7). */
import type { Dispute, Expectation, Stage } from "../../ipc";
import { dayWithYear } from "../../lib/dates";
import { givenName } from "../../lib/people";
import { words } from "../../lib/words.svelte";
import { listed, nameOf } from "../people";
import type { Reader, Section } from "./section";

export const readDispute: Reader = (record, { cards, open }) => {
  const { body } = record;
  if (body.kind !== "dispute") return [];
  const name = body.person === null ? "" : givenName(nameOf(cards, body.person));
  const elsewhere = listed(body.pattern_with.map((id) => nameOf(cards, id)).filter(Boolean));
  return [
    { question: words("dispute-expect-mine"), list: expected(body.mine) },
    {
      question: name ? words("dispute-expect-name", { name }) : words("dispute-expect-theirs"),
      list: expected(body.theirs),
    },
    { question: words("dispute-believe"), text: body.value_difference },
    ...(open ? standing(body, name) : []),
    { question: words("dispute-elsewhere"), text: body.pattern_elsewhere },
    { question: words("dispute-elsewhere-who"), text: elsewhere },
    { question: words("dispute-use"), text: body.link_to_use },
    { question: words("dispute-wanted"), text: body.wanted_outcome },
    { question: words("dispute-enough"), text: body.good_enough },
    { question: words("dispute-backing"), list: body.resources },
    ...(open ? [options(body)] : []),
    { question: words("work-ending"), text: body.work.ending },
    { question: words("work-takes"), text: body.work.takes },
  ];
};

function standing(body: Dispute, name: string): Section[] {
  return [
    {
      question: words("dispute-step-stands"),
      list: body.stages.map(({ stage, on, note }) => {
        const line = words("dispute-stage-noted", {
          stage: stageName(stage),
          day: dayWithYear(on),
        });
        return note.trim() ? words("dispute-read-line", { line, more: note.trim() }) : line;
      }),
    },
    { question: words("dispute-going-me"), text: body.i_keep_it_going },
    {
      question: words("dispute-going-name", { name: name || words("conflict-them") }),
      text: body.they_keep_it_going,
    },
    { question: words("dispute-gain"), text: body.gain_of_not_settling },
  ];
}

function options({ alternatives }: Dispute): Section {
  return {
    question: words("dispute-options"),
    list: alternatives
      .filter(({ option, good, bad }) => [option, good, bad].some((text) => text.trim() !== ""))
      .map(({ option, good, bad, chosen }) =>
        [
          chosen ? words("dispute-read-chosen", { option: option.trim() }) : option.trim(),
          good.trim() && words("dispute-read-good", { text: good.trim() }),
          bad.trim() && words("dispute-read-bad", { text: bad.trim() }),
        ]
          .filter(Boolean)
          .join("\n"),
      ),
  };
}

function expected(list: readonly Expectation[]): string[] {
  return list
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, said, met }) => {
      const known = [
        said ? words(`dispute-read-said-${said}`) : "",
        met === "unknown" ? "" : words(`dispute-read-met-${met}`),
      ].filter(Boolean);
      return known.length > 0
        ? words("dispute-read-line", { line: text.trim(), more: known.join(", ") })
        : text.trim();
    });
}

function stageName(stage: Stage | null): string {
  return stage ? words(`conflict-stage-${stage}`) : words("dispute-stage-not-sure");
}
