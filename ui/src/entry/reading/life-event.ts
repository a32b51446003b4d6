/** How something on the timeline reads. */
import { locale } from "../../lib/dates";
import { words } from "../../lib/words.svelte";
import { partialLine } from "../days";
import { bodyOf, listed, nameOf } from "../people";
import type { Reader } from "./section";

export const readLifeEvent: Reader = (record, { cards }) => {
  const { from, to, goes_on: on, lane, mood, amount, detail } = bodyOf(record, "life_event");
  const sign = new Intl.NumberFormat(locale(), { signDisplay: "exceptZero" });
  const people = record.around.people.map((id) => nameOf(cards, id)).filter(Boolean);
  return [
    { question: words("life-event-from"), text: from ? partialLine(from) : "" },
    { question: words("life-event-to"), text: to ? partialLine(to) : "" },
    { question: "", text: on ? words("life-event-goes-on") : "" },
    { question: words("life-event-lane"), text: words(`life-event-lane-${lane}`) },
    { question: words("life-event-who"), text: listed(people) },
    { question: words("life-event-mood"), text: mood === null ? "" : sign.format(mood) },
    {
      question: words("life-event-amount"),
      text: amount === null ? "" : words(`life-event-amount-${amount}`),
    },
    { question: words("life-event-detail"), text: detail },
  ];
};
