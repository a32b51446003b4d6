/** How a change reads. What its page keeps closed is left out here too (domain reference D.7). */
import type { Felt, Skill, SupportNeeded, Transition, Weighed } from "../../ipc";
import { numeral } from "../../lib/dates";
import { words } from "../../lib/words.svelte";
import { partialLine } from "../days";
import { feelingLabel } from "../labels";
import { bodyOf, feelSafe, listed, nameOf } from "../people";
import type { Beside, Reader, Section } from "./section";
import { standing } from "./standing";

/** From the old part to the new one. */
export const readTransition: Reader = (record, beside) => {
  const body = bodyOf(record, "transition");
  const who = (ids: readonly string[]) =>
    listed(ids.map((id) => nameOf(beside.cards, id)).filter(Boolean));
  return [
    ...known(body),
    { question: words("transition-old-good"), list: body.old_good.map(weighed) },
    { question: words("transition-old-hard"), list: body.old_hard.map(weighed) },
    { question: words("transition-new-good"), list: body.new_good.map(weighed) },
    { question: words("transition-new-hard"), list: body.new_hard.map(weighed) },
    { question: words("transition-miss"), text: body.miss },
    { question: words("transition-glad"), text: body.glad_to_leave },
    { question: words("transition-continues"), text: body.continues },
    { question: words("transition-small"), text: body.small_thing },
    ...happened(body),
    { question: words("transition-people_lost"), text: who(body.people_lost) },
    { question: words("transition-people_kept"), text: who(body.people_kept) },
    { question: words("transition-people_gained"), text: who(body.people_gained) },
    { question: words("transition-skills"), list: body.skills.map(skill).filter(Boolean) },
    {
      question: words("transition-supports"),
      list: body.supports.map((one) => support(one, beside)).filter(Boolean),
    },
    { question: words("transition-using-then"), text: body.using_then },
    { question: words("transition-using-now"), text: body.using_now },
    ...standing(body.work),
  ];
};

function known(body: Transition): Section[] {
  return [
    { question: words("transition-kind"), text: body.change ? kind(body.change) : "" },
    {
      question: words("transition-when"),
      text: body.changed_on ? partialLine(body.changed_on) : "",
    },
    { question: words("transition-then"), text: body.from_role },
    { question: words("transition-now"), text: body.to_role },
  ];
}

function kind(change: NonNullable<Transition["change"]>): string {
  return words(`transition-kind-${change}`);
}

function happened({ how_it_happened: how, chosen, sudden, feelings }: Transition): Section[] {
  return [
    { question: words("transition-how"), text: how },
    {
      question: words("transition-chosen"),
      text: chosen === null ? "" : words(`transition-chosen-${chosen}`),
    },
    {
      question: words("transition-sudden"),
      text: sudden === null ? "" : words(sudden ? "transition-sudden-yes" : "transition-sudden-no"),
    },
    { question: words("transition-feelings"), text: feelings.map(felt).join(", ") },
  ];
}

/** "The crew (weight 4)" */
function weighed({ text, weight }: Weighed): string {
  return weight === null
    ? text
    : words("transition-weighed", { text: text.trim(), weight: numeral(weight) });
}

function felt({ feeling, strength }: Felt): string {
  const name = feelingLabel(feeling);
  return strength === null
    ? name
    : words("entry-read-strength", { feeling: name, strength: numeral(strength) });
}

function skill({ skill: what, have, how }: Skill): string {
  const far = have === null ? "" : words(`transition-have-${have}`);
  return [what.trim(), far, how.trim()].filter(Boolean).join(" · ");
}

function support({ what, who, asked, result }: SupportNeeded, { cards }: Beside): string {
  const name = who === null ? "" : nameOf(cards, who);
  const came =
    who !== null && feelSafe(cards, who) !== "yes"
      ? []
      : [asked ? words("transition-support-was-asked") : "", result.trim()];
  return [what.trim(), name, ...came].filter(Boolean).join(" · ");
}
