/** How an argument reads. What its page keeps closed is left out here too (domain reference D.7). */
import type { Conflict, PersonCard, Sure, TalkStyle, Turn } from "../../ipc";
import { givenName } from "../../lib/people";
import { words } from "../../lib/words.svelte";
import { everyoneIn, listed, nameOf } from "../people";
import { strengths } from "./felt";
import { ofTen, quoted } from "./phrases";
import type { Reader, ReadTurn, Section } from "./section";

export const readConflict: Reader = (record, { cards, therapist, open }) => {
  const { body } = record;
  if (body.kind !== "conflict") return [];
  const everyone = everyoneIn(record);
  const name = listed(everyone.map((id) => givenName(nameOf(cards, id))).filter(Boolean));
  return [
    { question: words("conflict-step-happened"), text: body.what_happened },
    {
      question: words("conflict-step-said"),
      turns: body.turns
        .map((turn, place) => readTurn(turn, cards, body.turning_point === place + 1))
        .filter(hasWords),
    },
    ...closer(body, name),
    { question: words("conflict-wanted-me"), text: body.i_wanted },
    {
      question: name ? words("conflict-wanted-name", { name }) : words("conflict-wanted-them"),
      text: body.they_wanted,
    },
    { question: words("conflict-step-ended"), text: body.how_it_ended },
    ...(open ? whatNext(body, therapist) : []),
    { question: words("entry-around-line"), text: afterwards(body) },
  ];
};

function closer(body: Conflict, name: string): Section[] {
  const styles = (list: readonly TalkStyle[]) =>
    list.map((style) => words(`conflict-style-${style}`)).join(", ");
  const hadUsed = (value: Sure | null) =>
    value === null || value === "partly" ? "" : words(`conflict-had-used-${value}`);
  return [
    { question: words("conflict-style-mine"), text: styles(body.my_style) },
    {
      question: name ? words("conflict-style-name", { name }) : words("conflict-style-them"),
      text: styles(body.their_style),
    },
    { question: words("conflict-message-meant"), text: body.message_meant },
    {
      question: name
        ? words("conflict-message-heard-name", { name })
        : words("conflict-message-heard"),
      text: body.message_heard,
    },
    { question: words("conflict-got"), text: ofTen(body.got_what_i_wanted) },
    {
      question: words("conflict-between"),
      text:
        body.between_us_after === null ? "" : words(`conflict-lean-${body.between_us_after + 3}`),
    },
    { question: words("conflict-had-used-me"), text: hadUsed(body.i_had_used) },
    {
      question: name ? words("conflict-had-used-name", { name }) : words("conflict-had-used-them"),
      text: hadUsed(body.they_had_used),
    },
  ];
}

function whatNext(body: Conflict, therapist: string): Section[] {
  const stage = body.stage
    ? words("conflict-stage-line", {
        stage: words(`conflict-stage-${body.stage}`),
        about: words(`conflict-about-${body.stage}`),
      })
    : "";
  const steps = body.next_steps.map((step) =>
    step === "practise_with_therapist" && therapist
      ? words("conflict-next-practise-name", { name: therapist })
      : words(`conflict-next-${step}`),
  );
  return [
    { question: words("conflict-step-stands"), text: stage },
    { question: words("conflict-other-lines"), list: body.other_lines.map(quoted) },
    { question: words("conflict-try"), text: body.next_try },
    { question: body.next_try.trim() ? "" : words("conflict-try"), list: steps },
  ];
}

function afterwards({ used_after: used, after_note: note }: Conflict): string {
  const known =
    used === "no" ? words("entry-used-was-no") : used === "yes" ? words("entry-used-was-yes") : "";
  return [known, note.trim()].filter(Boolean).join(" ");
}

function hasWords({ said, under }: ReadTurn): boolean {
  return said !== "" || under.length > 0;
}

function readTurn(turn: Turn, cards: readonly PersonCard[], turned: boolean): ReadTurn {
  const mine = turn.speaker === "me";
  const silent = turn.speaker === "nobody";
  const said = turn.said.trim();
  return {
    who: speakerName(turn, cards),
    said: said === "" ? "" : silent ? said : quoted(said),
    under: [
      turn.meant.trim()
        ? words(mine ? "entry-read-meant" : "entry-read-took", { text: turn.meant.trim() })
        : "",
      turn.felt.length > 0 ? words("entry-read-felt", { feelings: strengths(turn.felt) }) : "",
      turn.not_said.trim() ? words("entry-read-not-said", { text: turn.not_said.trim() }) : "",
      turn.nonverbal.trim() ? words("entry-read-nonverbal", { text: turn.nonverbal.trim() }) : "",
      turned ? words("conflict-turned") : "",
    ].filter(Boolean),
  };
}

function speakerName({ speaker }: Turn, cards: readonly PersonCard[]): string {
  if (speaker === "me") return words("entry-read-me");
  if (speaker === "nobody") return words("entry-read-nobody");
  if (speaker === "other") return words("entry-read-them");
  return givenName(nameOf(cards, speaker.person)) || words("entry-read-them");
}
