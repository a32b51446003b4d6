/**
 * What the palette offers: places, writing, people, and a search. It never offers what
 * leads to speaking with someone unless that is clearly safe (domain reference D.7).
 */
import { iconOf } from "../entry/icons";
import { hasDied, nameOf, raising, titleOf } from "../entry/people";
import type { PersonCard } from "../ipc";
import type { IconComponent } from "../components/icon";
import { givenName } from "../lib/people";
import type { Route, WritingKind } from "../lib/router.svelte";
import { words } from "../lib/words.svelte";
import { FIND, PLACES } from "./places";

export type Group = "find" | "people" | "write" | "tools" | "places";

/** One thing to choose. */
export interface Item {
  key: string;
  group: Group;
  label: string;
  icon: IconComponent;
  route: Route;
}

/** What can be written down: it looks back and leads nowhere. */
const WRITE = [
  "conflict",
  "note",
  "event",
  "contact",
  "grief",
  "memory",
  "life_event",
] as const satisfies WritingKind[];
/** Work that goes on for weeks. */
const WORK = ["dispute", "transition", "connection"] as const satisfies WritingKind[];
/** What leads to speaking with someone. */
export const TOOLS = [
  "decision",
  "rehearsal",
  "experiment",
  "attempt",
] as const satisfies WritingKind[];
/** What can be written about someone, if one types their name. */
const ABOUT = ["conflict", "note", "contact", "event"] as const satisfies WritingKind[];
const ABOUT_DEAD = ["grief", "memory", "note"] as const satisfies WritingKind[];
/** So many people are listed at once. */
const MOST_PEOPLE = 6;

/** Everything that fits what was typed, best group first; all places and kinds while nothing is. */
export function itemsFor(typed: string, cards: readonly PersonCard[]): Item[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const fits = ({ label }: Item) => wanted.every((word) => plain(label).includes(word));
  const people = wanted.length > 0 ? peopleItems(wanted, cards) : [];
  const general = [...writing(), ...tools(), ...places()].filter(fits);
  return [...people, ...general, ...(wanted.length > 0 ? [search(typed.trim())] : [])];
}

function peopleItems(wanted: readonly string[], cards: readonly PersonCard[]): Item[] {
  // "Practise Marcus" means Marcus: what is left of the words must fit what can be done.
  const named = cards.filter((card) =>
    wanted.some((word) =>
      plain(titleOf(card))
        .split(/\s+/)
        .some((part) => part.startsWith(word)),
    ),
  );
  return named.slice(0, MOST_PEOPLE).flatMap((card) => {
    const all = aboutPerson(card, cards, named.length === 1);
    const name = plain(titleOf(card));
    return all.filter(({ label }) =>
      wanted.every((word) => name.includes(word) || plain(label).includes(word)),
    );
  });
}

function aboutPerson(card: PersonCard, cards: readonly PersonCard[], actions: boolean): Item[] {
  const { id } = card.record;
  const page: Item = {
    key: `person-${id}`,
    group: "people",
    label: titleOf(card),
    icon: iconOf("person"),
    route: { name: "person", id },
  };
  if (!actions) return [page];
  const name = givenName(nameOf(cards, id));
  const died = hasDied(card);
  const kinds: WritingKind[] = died ? [...ABOUT_DEAD] : [...ABOUT];
  if (!died && raising([id], cards).open) kinds.push(...TOOLS);
  return [
    page,
    ...kinds.map((kind) => ({
      key: `${kind}-${id}`,
      group: "people" as const,
      label: words(`palette-about-${kind}`, { name }),
      icon: iconOf(kind),
      route: { name: kind, person: id },
    })),
  ];
}

function writing(): Item[] {
  return [
    {
      key: "check-in",
      group: "write",
      label: words("palette-check-in"),
      icon: iconOf("check_in"),
      route: { name: "check-in" },
    },
    ...[...WRITE, ...WORK].map((kind) => item("write", kind)),
  ];
}

/** With nobody named yet these ask who it is about before they open. */
function tools(): Item[] {
  return TOOLS.map((kind) => item("tools", kind));
}

function item(group: Group, kind: WritingKind): Item {
  return {
    key: kind,
    group,
    label: words(`palette-${group}-${kind}`),
    icon: iconOf(kind),
    route: { name: kind },
  };
}

function places(): Item[] {
  return PLACES.map(({ key, icon, route }) => ({
    key: `place-${key}`,
    group: "places",
    label: words(`palette-place-${key}`),
    icon,
    route,
  }));
}

function search(text: string): Item {
  return {
    key: "find",
    group: "find",
    label: words("palette-find", { text }),
    icon: FIND,
    route: { name: "journal", search: true, find: text },
  };
}

/** As it is compared: without capitals and accents. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase();
}
