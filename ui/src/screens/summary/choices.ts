/**
 * What a tick or a blackout does to the choices. Pure; the page itself is made
 * elsewhere, from these choices alone.
 */
import type { Block, LineLeft, LineTick, OfferItem, PageChoices, RecordId, Tick } from "../../ipc";

/** The longest phrase of one blackout, as the journal takes it. */
export const PHRASE_MAX = 200;

/** Whether an item goes on the page: by its own tick, else as the page has it. */
export function isOn(choices: PageChoices, item: OfferItem): boolean {
  return choices.items.find((choice) => choice.item === item.item)?.on ?? item.ticked;
}

/** Whether a tick within a block is set. */
export function isTicked(choices: PageChoices, tick: Tick): boolean {
  if (!choices[tick.kind]) return false;
  return (
    tick.kind !== "check_in_notes" ||
    tick.items.length === 0 ||
    tick.items.some((item) => isOn(choices, item))
  );
}

/** Whether a block is on the page. "Please read first" always is. */
export function isBlockOn(choices: PageChoices, block: Block): boolean {
  return block.kind === "first" || choices[block.kind];
}

/** Ticks or unticks a block. */
export function withBlock(choices: PageChoices, block: Block, on: boolean): PageChoices {
  return block.kind === "first" ? choices : { ...choices, [block.kind]: on };
}

/**
 * Ticks or unticks within a block. Notes of check-ins carry no mark of their
 * own, so each is ticked by itself: one written later must not come along.
 */
export function withTick(choices: PageChoices, tick: Tick, on: boolean): PageChoices {
  const next = { ...choices, [tick.kind]: on };
  if (tick.kind !== "check_in_notes") return next;
  return tick.items.reduce((all, item) => withItem(all, item.item, on), next);
}

/** Ticks or unticks one item by hand. */
export function withItem(choices: PageChoices, item: RecordId, on: boolean): PageChoices {
  const others = choices.items.filter((choice) => choice.item !== item);
  return { ...choices, items: [...others, { item, on }] };
}

function isSame(one: LineLeft, other: LineLeft): boolean {
  return one.item === other.item && one.line === other.line;
}

/** Whether a single line stays where its block or entry is on the page. */
export function isLineOn(choices: PageChoices, { left }: LineTick): boolean {
  return !choices.lines.some((one) => isSame(one, left));
}

/** Takes a single line off the page, or puts it back. */
export function withLine(choices: PageChoices, { left }: LineTick, on: boolean): PageChoices {
  const others = choices.lines.filter((one) => !isSame(one, left));
  return { ...choices, lines: on ? others : [...others, left] };
}

/** Ticks or unticks one check-in note; the first one ticked brings its heading. */
export function withNote(
  choices: PageChoices,
  tick: Tick,
  item: RecordId,
  on: boolean,
): PageChoices {
  // While the tick is off its notes are off too, whatever was ticked weeks ago.
  const before = choices.check_in_notes
    ? choices
    : tick.items.reduce((all, each) => withItem(all, each.item, false), choices);
  const next = withItem(before, item, on);
  const any = tick.items.some((each) => isOn(next, each));
  return { ...next, check_in_notes: any };
}

/** Blacks words out of an item; each phrase once. */
export function withBlackouts(
  choices: PageChoices,
  item: RecordId,
  phrases: string[],
): PageChoices {
  const known = new Set(
    choices.blackouts.filter((one) => one.item === item).map((one) => one.words),
  );
  const fresh = [...new Set(phrases.map((phrase) => phrase.trim()))].filter(
    (phrase) => phrase && !known.has(phrase),
  );
  if (fresh.length === 0) return choices;
  return {
    ...choices,
    blackouts: [...choices.blackouts, ...fresh.map((words) => ({ item, words }))],
  };
}

/** Brings blacked-out words back. */
export function withoutBlackouts(
  choices: PageChoices,
  item: RecordId,
  phrases: string[],
): PageChoices {
  const blackouts = choices.blackouts.filter(
    (one) => one.item !== item || !phrases.includes(one.words),
  );
  return { ...choices, blackouts };
}

/** The words blacked out of an item, oldest first. */
export function blackoutsOf(choices: PageChoices, item: RecordId): string[] {
  return choices.blackouts.filter((one) => one.item === item).map((one) => one.words);
}

/** Which blackouts made a black place that covers `text`. All of them if none can be told. */
export function behind(blackouts: string[], text: string): string[] {
  const place = folded(text);
  const found = blackouts.filter(
    (words) => place.includes(folded(words)) || folded(words).includes(place),
  );
  return found.length > 0 ? found : blackouts;
}

// The backend compares more generously (accents, quotes); this only has to tell
// a person's own few blackouts apart.
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/\s+/g, " ")
    .trim();
}
