/** Rating scales of the stand-in: the real files, and counting enough for looking at screens. */
import audit from "../../../src-tauri/crates/journal/scales/audit-c.json";
import bam from "../../../src-tauri/crates/journal/scales/bam-r.json";
import gad from "../../../src-tauri/crates/journal/scales/gad-7.json";
import pacs from "../../../src-tauri/crates/journal/scales/pacs.json";
import phq from "../../../src-tauri/crates/journal/scales/phq-9.json";
import ucla from "../../../src-tauri/crates/journal/scales/ucla-3.json";
import type {
  Answers,
  Filled,
  OnShelf,
  PackSeen,
  Question,
  Record as Entry,
  RecordId,
  Scale,
  ScaleHistory,
  ScoreRule,
  ScoreThen,
  WeighedAnswers,
} from "./bindings";
import { Refused } from "./fake-keys";

interface Kept {
  records: Map<RecordId, Entry>;
  drafts: Map<RecordId, Entry>;
}

const NO_OPTION = { value: 0, text: "", weight: null, loinc: null };
const NO_ITEM = {
  id: "",
  lead: "",
  text: "",
  options: [],
  days: null,
  unscored: false,
  care: false,
  loinc: null,
};
const NO_RULE = {
  reversed: [],
  continuous: false,
  times: null,
  reliable_change: null,
  worth: null,
  loinc: null,
};
const NO_SCALE = {
  recall_days: null,
  slot: false,
  day_bins: [],
  skips: [],
  loinc: null,
  every_weeks: null,
  fixed_words: false,
};

type Loose = Record<string, unknown>;

/** A scale as the journal crate reads its file: what the file leaves out has its default. */
function whole(file: unknown): Scale {
  const loose = file as Loose;
  const list = (of: unknown) => (of ?? []) as Loose[];
  const options = (of: unknown) => list(of).map((one) => ({ ...NO_OPTION, ...one }));
  const worth = (of: unknown) => of && { at_least: null, at_most: null, ...(of as Loose) };
  return {
    ...NO_SCALE,
    ...loose,
    options: options(loose["options"]),
    items: list(loose["items"]).map((item) => ({
      ...NO_ITEM,
      ...item,
      options: options(item["options"]),
    })),
    scores: list(loose["scores"]).map((rule) => ({
      ...NO_RULE,
      ...rule,
      worth: worth(rule["worth"]) ?? null,
    })),
  } as unknown as Scale;
}

export const FAKE_SCALES: readonly Scale[] = [phq, gad, bam, ucla, pacs, audit].map(whole);

function answersOf(record: Entry, scale: string): Answers | null {
  return record.body.kind === "answers" && record.body.scale === scale ? record.body : null;
}

function value(answers: Answers, item: string): number | null {
  return answers.answers.find((answer) => answer.item === item)?.value ?? null;
}

function sum(scale: Scale, rule: ScoreRule, answers: Answers): ScoreThen {
  const points = rule.items.map((id) => {
    const item = scale.items.find((one) => one.id === id) as Question;
    const given = value(answers, id);
    if (given === null || rule.continuous || item.days === null) return given;
    return scale.day_bins.findIndex((most) => given <= most);
  });
  const known = points.filter((one) => one !== null);
  const total = known.length === points.length ? known.reduce((a, b) => a + b, 0) : null;
  const band = rule.bands.find(({ from, to }) => total !== null && total >= from && total <= to);
  return {
    id: rule.id,
    value: total,
    answered: known.length,
    of: points.length,
    band: band?.name ?? null,
    worth: false,
    since_last: null,
    since_first: null,
  };
}

/** The commands about scales. */
export function scaleCommands(kept: Kept, seen: () => PackSeen | null = () => null) {
  const filled = (scale: string) =>
    [...kept.records.values()]
      .filter((record) => answersOf(record, scale))
      .sort((a, b) => a.at.localeCompare(b.at));
  const packs = () =>
    [...kept.records.values()].flatMap(({ id, body }) =>
      body.kind === "scale_pack" ? [{ id, scale: body.scale }] : [],
    );
  const find = (id: string) =>
    packs().find(({ scale }) => scale.id === id)?.scale ??
    FAKE_SCALES.find((scale) => scale.id === id);
  const onShelf = (scale: Scale, pack: RecordId | null): OnShelf => ({
    scale,
    pack,
    last: filled(scale.id).at(-1)?.at ?? null,
    times: filled(scale.id).length,
    half_way: [...kept.drafts.values()].find((record) => answersOf(record, scale.id))?.id ?? null,
    suits: scale.id === "gad-7" ? { week: 6 } : null,
  });
  return {
    scales: (): OnShelf[] => [
      ...FAKE_SCALES.map((scale) => onShelf(scale, null)),
      ...packs().map(({ id, scale }) => onShelf(scale, id)),
    ],
    scaleHistory: (id: string): ScaleHistory => {
      const scale = find(id);
      if (!scale) throw new Refused("not_found");
      const all: Filled[] = [];
      for (const record of filled(id)) {
        const answers = answersOf(record, id) as Answers;
        const scores = scale.scores.map((rule, place) => {
          const score = sum(scale, rule, answers);
          const moved = (from: Filled | undefined) => {
            const then = from?.scores[place]?.value;
            if (then === null || then === undefined || score.value === null) return null;
            const by = score.value - then;
            const least = rule.reliable_change;
            return { by, beyond: least === null ? null : Math.abs(by) >= least };
          };
          return { ...score, since_last: moved(all.at(-1)), since_first: moved(all[0]) };
        });
        all.push({
          id: record.id,
          at: record.at,
          answers: answers.answers,
          scores,
          same_rule: true,
        });
      }
      return { scale, filled: all };
    },
    weighAnswers: (record: Entry): WeighedAnswers => {
      const answers = record.body as Answers;
      const scale = find(answers.scale);
      if (!scale) throw new Refused("not_found");
      const scores = scale.scores.map((rule) => sum(scale, rule, answers));
      const over = scale.skips.filter((skip) => value(answers, skip.item) === skip.is);
      const before = filled(scale.id).filter(({ id, at }) => id !== record.id && at < record.at);
      const hard = scale.items.find(({ care }) => care)?.id ?? "";
      const now = value(answers, hard);
      const last = before.at(-1);
      const then = last ? value(answersOf(last, scale.id) as Answers, hard) : null;
      return {
        answers: {
          ...answers,
          scores: scores.map(({ id, value: came }) => ({ id, value: came })),
          rule: scale.rule,
          version: scale.version,
          language: scale.language,
        },
        scores: scores.map(({ id, value: came, answered, of, band, worth }) => ({
          id,
          value: came,
          answered,
          of,
          band,
          worth,
        })),
        passed_over: over.flatMap(({ sets, leaves_out: out }) => [...sets, ...out]),
        care:
          now !== null && now >= 1 ? { today: now >= 2 || (then !== null && now > then) } : null,
        hard_before: then,
      };
    },
    chooseScalePack: seen,
  };
}
