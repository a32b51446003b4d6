/** How a session and the course read. */
import { dayLong, dayOf, dayWithYear, timeOf } from "../../lib/dates";
import { words } from "../../lib/words.svelte";
import { bodyOf, listed, nameOf } from "../people";
import { ofTen } from "./phrases";
import type { Reader } from "./section";

/** A session. */
export const readSession: Reader = (record) => {
  const body = bodyOf(record, "session");
  return [
    {
      question: words("session-number", { number: body.number }),
      list: [
        words("sessions-when", { day: dayLong(dayOf(record.at)), time: timeOf(record.at) }),
        words(`sessions-status-${body.status}`),
      ],
    },
    { question: words("agenda-title"), list: body.agenda },
    { question: words("agenda-own-line"), text: body.own_line },
    { question: words("agenda-went-well"), list: body.went_well },
    { question: words("agenda-coming"), list: body.coming },
    { question: words("session-takeaways"), text: body.takeaways },
    { question: words("session-agreed"), list: body.agreed },
  ];
};

/** The course. */
export const readCourse: Reader = (record, { cards }) => {
  const body = bodyOf(record, "course");
  const hope = ({ what, near }: (typeof body.hopes)[number]) =>
    near === null ? what : words("course-read-goal", { what, near: ofTen(near) });
  return [
    { question: words("sessions-therapist"), text: body.therapist },
    {
      question: words("course-phase"),
      text: body.phase === null ? "" : words(`course-phase-${body.phase}`),
    },
    { question: words("course-formulation"), text: body.formulation },
    { question: words("course-goals"), list: body.hopes.map(hope) },
    { question: words("course-agreed"), text: body.contract_note },
    { question: words("course-gains"), list: body.gains },
    { question: words("course-signs"), list: body.early_signs },
    {
      question: words("course-turn-to"),
      text: listed(body.turn_to.map((id) => nameOf(cards, id)).filter(Boolean)),
    },
    { question: words("course-then"), text: body.then },
    {
      question: words("course-ended"),
      text: body.ended_on === null ? "" : dayWithYear(body.ended_on),
    },
  ];
};
