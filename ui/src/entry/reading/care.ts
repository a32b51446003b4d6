/** How an urge that was ridden out, a time of use and the safety plan read. */
import type { Company, Coping, Told } from "../../ipc";
import { dayWithYear, dayOf, numeral } from "../../lib/dates";
import { words } from "../../lib/words.svelte";
import { bodyOf, listed, nameOf } from "../people";
import { placeLabel } from "../labels";
import { strengths } from "./felt";
import { ofTen } from "./phrases";
import type { Reader } from "./section";

/** The headings of the safety plan, in order. */
export const PLAN_PARTS = [
  "signs",
  "alone",
  "lift",
  "ask",
  "professionals",
  "safer",
  "matters",
] as const;

/** An urge that was ridden out. Before and after stand beside it. */
export const readRide: Reader = (record) => {
  const body = bodyOf(record, "ride");
  const lasted = body.lasted_seconds;
  return [
    {
      question: words("ride-read-lasted"),
      text:
        lasted === null
          ? ""
          : words("ride-read-minutes", {
              lasted: Math.max(1, Math.round(lasted / 60)),
              planned: body.planned_minutes,
            }),
    },
    {
      question: words("ride-read-during"),
      list: body.during.map(({ minute, rating }) =>
        words("ride-read-rated", { minute: numeral(minute), rating: numeral(rating) }),
      ),
    },
    { question: words("ride-helped"), list: body.what_helped.map((one) => copingLabel(one)) },
    { question: words("check-in-helped"), text: ofTen(body.helped) },
    { question: words("check-in-note"), text: body.note },
  ];
};

/** A time of use. */
export const readUse: Reader = (record, { cards, therapist }) => {
  const body = bodyOf(record, "use");
  const who = (one: Company | Told): string => {
    if (typeof one === "object") return "person" in one ? nameOf(cards, one.person) : one.own;
    if (one === "therapist") return therapist || words("use-told-therapist");
    return words(one === "people_at_work" ? "check-in-with-work" : "check-in-with-nobody");
  };
  return [
    {
      question: words("use-read-only-day"),
      text: body.only_day ? dayWithYear(dayOf(record.at)) : "",
    },
    { question: words("use-read-substance"), text: body.substances.join(", ") },
    {
      question: words("use-read-amount"),
      text: [body.amount.trim(), body.units.trim()].filter(Boolean).join(", "),
    },
    {
      question: words("use-read-opioid"),
      text: body.opioid && body.opioid !== "partly" ? words(`use-opioid-${body.opioid}`) : "",
    },
    {
      question: words("use-read-break"),
      text:
        body.after_break && body.after_break !== "partly"
          ? words(`use-break-${body.after_break}`)
          : "",
    },
    {
      question: words("use-read-danger"),
      list: body.danger.map((one) => words(`use-danger-${one}`)),
    },
    { question: words("use-happening"), text: body.happening },
    { question: words("use-with"), text: listed(body.with.map(who).filter(Boolean)) },
    {
      question: words("check-in-where"),
      text: body.place === null ? "" : placeLabel(body.place),
    },
    {
      question: words("use-planned"),
      text: body.planned ? words(`use-planned-${body.planned}`) : "",
    },
    { question: words("use-feelings-after"), text: strengths(body.feelings_after) },
    { question: words("use-stopped"), text: body.stopped_because },
    { question: words("use-helped-after"), text: body.helped_after },
    { question: words("use-next"), text: body.next_day },
    { question: words("use-told"), text: listed(body.told.map(who).filter(Boolean)) },
    { question: words("use-learned"), text: body.learned },
  ];
};

/** Medication or other care. */
export const readCare: Reader = (record) => {
  const body = bodyOf(record, "care");
  return [
    { question: words("care-what"), text: body.what ? words(`care-what-${body.what}`) : "" },
    { question: words("care-note"), text: body.note },
    { question: words("care-over"), text: body.over ? words("care-is-over") : "" },
  ];
};

/** The safety plan. */
export const readPlan: Reader = (record) => {
  const body = bodyOf(record, "safety_plan");
  return PLAN_PARTS.map((part) => ({ question: words(`plan-${part}`), list: body[part] }));
};

function copingLabel(what: Coping): string {
  return typeof what === "object" ? what.own : words(`check-in-did-${what}`);
}
