/** How contacts, attempts, stories, earlier relationships, moments and their work read. */
import { words } from "../../lib/words.svelte";
import { leanLabel } from "../labels";
import { bodyOf, listed, nameOf } from "../people";
import { ofTen } from "./phrases";
import type { Reader } from "./section";
import { standing } from "./standing";

/** A moment of contact. */
export const readContact: Reader = (record) => {
  const body = bodyOf(record, "contact");
  const about = [
    body.someone_new ? words("contact-new") : "",
    body.mode === null ? "" : words(`contact-mode-${body.mode}`),
    body.started_by === null ? "" : words(`contact-read-by-${body.started_by}`),
    body.length === null ? "" : words(`contact-length-${body.length}`),
    body.depth === null ? "" : words(`contact-depth-${body.depth}`),
    body.setting === null ? "" : words(`contact-read-setting-${body.setting}`),
  ];
  return [
    { question: words("contact-step-about"), list: about.filter(Boolean) },
    { question: words("contact-step-felt"), text: lean(body.felt) },
    { question: words("contact-step-note"), text: body.note },
  ];
};

/** A try at reaching someone. */
export const readAttempt: Reader = (record, { open }) => {
  const body = bodyOf(record, "attempt");
  return [
    { question: words("attempt-step-happened"), text: body.what_happened },
    {
      question: words("attempt-step-came"),
      text: body.result === null ? "" : words(`attempt-result-${body.result}`),
    },
    { question: words("attempt-read-felt"), text: lean(body.felt_after) },
    { question: words("attempt-step-hard"), text: open ? ofTen(body.difficulty) : "" },
    { question: words("attempt-step-learned"), text: open ? body.learned : "" },
  ];
};

/** A story that repeats. The change in it leads to people, so it reads only where that is clearly safe. */
export const readPattern: Reader = (record, { cards, therapist, open }) => {
  const body = bodyOf(record, "pattern");
  return [
    { question: words("pattern-story-starts"), text: body.starts },
    { question: words("pattern-story-then_i"), text: body.then_i },
    { question: words("pattern-story-then_they"), text: body.then_they },
    { question: words("pattern-story-ends"), text: body.ends },
    {
      question: words("pattern-read-seen"),
      text: listed(body.seen_with.map((id) => nameOf(cards, id)).filter(Boolean)),
    },
    {
      question: therapist
        ? words("pattern-read-therapy-name", { name: therapist })
        : words("pattern-read-therapy"),
      text: body.in_therapy === null ? "" : words(`pattern-in-${body.in_therapy}`),
    },
    {
      question: words("pattern-step-change"),
      text: open ? body.first_small_change : "",
    },
  ];
};

/** An earlier relationship. */
export const readPast: Reader = (record, { cards }) => {
  const body = bodyOf(record, "past_relationship");
  return [
    {
      question: words("past-read-who"),
      text: body.person === null ? "" : nameOf(cards, body.person),
    },
    { question: words("past-read-period"), text: body.period },
    { question: words("past-read-worked"), text: body.worked },
    { question: words("past-read-wrong"), text: body.went_wrong },
    { question: words("past-read-ended"), text: body.how_it_ended },
    { question: words("past-read-mine"), text: body.my_part },
    { question: words("past-read-theirs"), text: body.their_part },
  ];
};

/** A moment between people. */
export const readEvent: Reader = (record) => {
  const body = bodyOf(record, "event");
  const used =
    body.used_after === "no"
      ? words("entry-used-was-no")
      : body.used_after === "yes"
        ? words("entry-used-was-yes")
        : "";
  return [
    { question: words("event-step-happened"), text: body.what_happened },
    {
      question: words("event-read-kind"),
      text: body.what === null ? "" : words(`event-kind-${body.what}`),
    },
    {
      question: words("event-step-matters"),
      text: body.significance === null ? "" : words(`event-matter-${body.significance}`),
    },
    {
      question: words("entry-around-line"),
      text: [used, body.after_note.trim()].filter(Boolean).join(" "),
    },
  ];
};

/** The work on being closer to people. */
export const readConnection: Reader = (record) => {
  const body = bodyOf(record, "connection");
  return [
    { question: words("connection-read-now"), text: body.now },
    { question: words("connection-read-wish"), text: body.wish },
    { question: words("connection-read-way"), text: body.in_the_way },
    { question: words("connection-read-close"), text: body.felt_close },
    ...standing(body.work),
  ];
};

function lean(felt: number | null): string {
  return felt === null ? "" : leanLabel(felt);
}
