/** What is said of scales and scores on every screen that shows them. */
import type { Filled, Moved, OnShelf, Question, Scale, ScoreRule, ScoreThen } from "../ipc";
import { numeral } from "../lib/dates";
import { words } from "../lib/words.svelte";

const KNOWN = ["phq-9", "gad-7", "bam-r", "ucla-3", "pacs", "audit-c"] as const;

/** What a scale is about, in a few words; the number of questions for one from a file. */
export function aboutOf(scale: Scale): string {
  const known = KNOWN.find((id) => id === scale.id);
  const count = scale.items.filter(({ unscored }) => !unscored).length;
  return known ? words(`scales-about-${known}`) : words("scales-about", { count });
}

/** Whether it can be filled. */
export function canFill({ scale }: OnShelf): boolean {
  return !scale.slot;
}

/** The answers a question offers. */
export function optionsOf(scale: Scale, item: Question): Scale["options"] {
  if (item.days !== null) return [];
  return item.options.length > 0 ? item.options : scale.options;
}

/** An answer as it reads: its words, or a number of days. */
export function answerText(scale: Scale, item: Question, value: number | null): string {
  if (value === null) return words("scales-skipped");
  if (item.days !== null) return words("scales-days", { days: value });
  const option = optionsOf(scale, item).find((one) => one.value === value);
  return option?.text ?? numeral(value);
}

/** "2 lower than last time". */
export function movedText(moved: Moved, since: "last" | "first"): string {
  const by = Math.abs(moved.by);
  const way = moved.by === 0 ? "same" : moved.by < 0 ? "lower" : "higher";
  return words(`scales-moved-${since}`, { way, by });
}

/** What is said of a change: only past an agreed threshold is it more than up-and-down. */
export function changeText(rule: ScoreRule, moved: Moved | null): string | null {
  if (rule.reliable_change === null) return words("scales-no-threshold");
  if (moved === null) return null;
  return moved.beyond ? words("scales-beyond") : words("scales-within");
}

/** A signed change for a table. */
export function signed(moved: Moved | null): string {
  if (moved === null) return words("scales-start");
  const by = numeral(Math.abs(moved.by));
  return moved.by === 0 ? by : `${moved.by < 0 ? "−" : "+"}${by}`;
}

/** One score of one time. */
export function scoreOf(filled: Filled, rule: ScoreRule): ScoreThen | undefined {
  return filled.scores.find(({ id }) => id === rule.id);
}

/** "8 of 9 answered", where a total is missing. */
export function answeredText(score: { answered: number; of: number }): string {
  return words("scales-answered", { answered: score.answered, of: score.of });
}
