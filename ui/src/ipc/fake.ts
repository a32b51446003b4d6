/**
 * An in-memory stand-in behind the same door, for Vitest and for looking at
 * screens in a browser. It keeps nothing, encrypts nothing and is never part of
 * the shipped bundle.
 */
import type {
  ChartQuery,
  ErrorCode,
  JournalState,
  KeptSoon,
  KindName,
  PageChoices,
  PersonCard,
  Prefs,
  Progress,
  Query,
  Record as Entry,
  RecordId,
  RecordQuery,
  Row,
  Span,
  Today,
  YearlyDay,
} from "./bindings";
import type { Backend, Commands } from "./index";
import { contactWeeks } from "./fake-contacts";
import { courseBook, courseNow, marks } from "./fake-course";
import { daysBetween } from "./fake-days";
import { emptyAround, emptyBody } from "./fake-empty";
import { FAKE_NOW, fakeLocks, keyCommands, Refused, type Locks } from "./fake-keys";
import { fakeOffer, fakePreview } from "./fake-page";
import { fakePersonPage, focusOf, peopleOf } from "./fake-people";
import { bringCommands } from "./fake-bring";
import { fakeSafe, safeCommands, type Safe } from "./fake-safe";
import { rhythmWeek } from "./fake-rhythm";
import { fakePatterns } from "./fake-patterns";
import { scaleCommands } from "./fake-scales";
import { fakeTimeline } from "./fake-timeline";
import { sampleRecords } from "./sample";

export { FAKE_FOLDER, FAKE_GROUPS, FAKE_NOW, FAKE_PASSPHRASE, FAKE_PIN } from "./fake-keys";

export interface FakeOptions {
  journal?: JournalState;
  records?: Entry[];
  prefs?: Partial<Prefs>;
  /** Commands that fail, with the code they fail with. */
  fail?: Partial<Record<keyof Commands, ErrorCode>>;
  /** Now, for everything that needs it. */
  now?: string;
}

/** The stand-in, with what a test may look at and turn. */
export interface Fake extends Backend {
  /** Names of the commands called so far, in order. */
  calls: (keyof Commands)[];
  /** Turn failures on and off while it runs. */
  fail: Partial<Record<keyof Commands, ErrorCode>>;
  records: Map<RecordId, Entry>;
  drafts: Map<RecordId, Entry>;
  /** The lock, to look at and turn. */
  locks: Locks;
  /** Backups and what belongs to them, to look at and turn. */
  safe: Safe;
  /** Says that the lock is near, as the shell would. */
  lockSoon: () => void;
}

const WRITTEN: KindName[] = [
  "conflict",
  "grief",
  "note",
  "contact",
  "attempt",
  "memory",
  "event",
  "decision",
  "rehearsal",
  "experiment",
  "ride",
  "use",
];
/** Long-lived work, and the stories that people are part of. */
const LASTING: KindName[] = [
  "loss",
  "dispute",
  "transition",
  "connection",
  "pattern",
  "past_relationship",
  "life_event",
];
/** What a search through everything looks into besides. */
const SEARCHED: KindName[] = [...WRITTEN, "person", "check_in", "safety_plan", ...LASTING];

/** A fresh stand-in. */
export function fakeBackend(options: FakeOptions = {}): Fake {
  const listeners = new Set<() => void>();
  const followers = new Set<(progress: Progress) => void>();
  const fake: Fake = {
    calls: [],
    fail: options.fail ?? {},
    records: new Map((options.records ?? []).map((record) => [record.id, record])),
    drafts: new Map(),
    locks: fakeLocks(options),
    safe: fakeSafe(),
    commands: undefined as unknown as Commands,
    onLockSoon: (heard) => {
      listeners.add(heard);
      return Promise.resolve(() => listeners.delete(heard));
    },
    onProgress: (heard) => {
      followers.add(heard);
      return Promise.resolve(() => followers.delete(heard));
    },
    lockSoon: () => listeners.forEach((heard) => heard()),
  };
  const plain = {
    ...keyCommands(fake, options),
    ...bringCommands(fake),
    ...safeCommands(fake, options, (progress) => followers.forEach((heard) => heard(progress))),
    ...keeping(fake, options),
    ...lists(fake, options),
    ...page(fake, options),
    ...scaleCommands(fake),
  };
  fake.commands = Object.fromEntries(
    Object.entries(plain).map(([name, command]) => [
      name,
      watched(fake, name as keyof Commands, command),
    ]),
  ) as unknown as Commands;
  return fake;
}

/** The sample journal of the design: a person, Marcus, the weeks before session 7. */
export function sampleJournal(): Entry[] {
  return sampleRecords();
}

/** An empty record of a kind, as the journal crate makes it. */
export function emptyRecord(kind: KindName, id: RecordId, at = FAKE_NOW): Entry {
  return { id, at, share: "only_me", around: emptyAround(), body: emptyBody(kind) };
}

type Command = (...args: never[]) => unknown;
type Answer = { status: "ok"; data: unknown } | { status: "error"; error: { code: ErrorCode } };

function watched(fake: Fake, name: keyof Commands, command: Command) {
  return async (...args: never[]): Promise<Answer> => {
    fake.calls.push(name);
    await Promise.resolve();
    const code = fake.fail[name];
    if (code) return { status: "error", error: { code } };
    try {
      return { status: "ok", data: structuredClone(await command(...args)) };
    } catch (error) {
      if (error instanceof Refused) return { status: "error", error: { code: error.code } };
      throw error;
    }
  };
}

function keeping(fake: Fake, options: FakeOptions) {
  const trash = new Map<RecordId, Entry>();
  const versions = new Map<RecordId, Entry[]>();
  const now = options.now ?? FAKE_NOW;
  let next = 1;
  function find(from: Map<RecordId, Entry>, id: RecordId): Entry {
    const record = from.get(id);
    if (!record) throw new Refused("not_found");
    return record;
  }
  function versionsOf(id: RecordId): Entry[] {
    const kept = fake.records.get(id);
    return versions.get(id) ?? (kept ? [kept] : []);
  }
  return {
    newRecord: (kind: KindName) =>
      emptyRecord(kind, `00000000-0000-4000-8000-${String(next++).padStart(12, "0")}`, now),
    record: (id: RecordId) => {
      const draft = fake.drafts.get(id);
      const kept = fake.records.has(id);
      return { record: draft ?? find(fake.records, id), draft: draft !== undefined, kept };
    },
    saveRecord: (record: Entry) => {
      fake.drafts.delete(record.id);
      versions.set(record.id, [...versionsOf(record.id), record]);
      fake.records.set(record.id, record);
      return { at: now };
    },
    putDraft: (record: Entry) => (fake.drafts.set(record.id, record), { at: now }),
    dropDraft: (id: RecordId) => (fake.drafts.delete(id), null),
    trashRecord: (id: RecordId) => {
      trash.set(id, find(fake.records, id));
      fake.records.delete(id);
      return null;
    },
    untrashRecord: (id: RecordId) => {
      fake.records.set(id, find(trash, id));
      trash.delete(id);
      return null;
    },
    trashed: () =>
      [...trash.values()].map((record) => ({ row: rowOf(record, fake), trashed: now })),
    deleteForever: (id: RecordId) => (trash.delete(id), null),
    history: (id: RecordId) =>
      versionsOf(id)
        .map((record, index) => ({
          version: index + 1,
          saved: record.at > now ? now : record.at,
          record,
        }))
        .reverse(),
  };
}

function lists(fake: Fake, options: FakeOptions) {
  const all = () => [...fake.records.values()];
  const now = options.now ?? FAKE_NOW;
  const newest = (a: Entry, b: Entry) => b.at.localeCompare(a.at);
  const nameOf = (id: RecordId) => {
    const body = fake.records.get(id)?.body;
    return body?.kind === "person" ? body.name : "";
  };
  const about = (id: RecordId) =>
    all()
      .filter((record) => peopleOf(record).includes(id))
      .sort(newest);
  const canCall = () =>
    all().flatMap(({ id, body }) =>
      body.kind === "person" && body.can_call
        ? [{ id, name: body.name, phone: body.phone, note: body.phone_note }]
        : [],
    );
  const cards = (): PersonCard[] =>
    all()
      .filter((record) => record.body.kind === "person")
      .map((record) => ({
        record,
        conflict: about(record.id).some(({ body }) => body.kind === "conflict"),
        loss: all().find(({ body }) => body.kind === "loss" && body.person === record.id) ?? null,
      }));
  return {
    today: (): Today => {
      const course = courseNow(all(), now);
      const since = (record: Entry) => record.at > (course?.last?.at ?? "") && record.at <= now;
      const days = daysBetween(all(), dayBefore(now, 13), now.slice(0, 10));
      return {
        now,
        course,
        moments: all()
          .filter(
            (record) =>
              since(record) &&
              (record.body.kind === "check_in" || WRITTEN.includes(record.body.kind)),
          )
          .map((record) => record.at),
        days,
        check_ins: days.reduce((sum, day) => sum + day.check_ins, 0),
        to_bring: all().filter((record) => since(record) && record.share === "to_bring").length,
        drafts: [...fake.drafts.values()].map((record) => ({
          ...rowOf(record, fake),
          draft: true,
        })),
        conflict_with:
          all()
            .filter(({ body }) => body.kind === "conflict")
            .sort(newest)
            .flatMap((record) => rowOf(record, fake).people)[0] ?? null,
        kept_days: keptSoon(all(), now.slice(0, 10)),
        recovery_pending: !fake.locks.recovery.typed,
        can_call: canCall(),
      };
    },
    peopleToCall: canCall,
    journalList: (query: Query) => {
      const every = query.text.trim() ? SEARCHED : WRITTEN;
      const kinds = query.kinds.length > 0 ? query.kinds : every;
      const about = (record: Entry) =>
        query.people.length === 0 || query.people.some((id) => peopleOf(record).includes(id));
      const then = (record: Entry) => {
        const day = record.at.slice(0, 10);
        return day >= (query.from ?? "") && day <= (query.to ?? "9999");
      };
      const found = all()
        .filter((record) => kinds.includes(record.body.kind) && about(record) && then(record))
        .filter((record) => !query.share || record.share === query.share)
        .filter((record) => hits(textOf(record), query.text))
        .sort(newest);
      const from = query.after ? found.findIndex(({ id }) => id === query.after) + 1 : 0;
      const records = found.slice(from, from + query.limit);
      const last = records.at(-1);
      const begun = query.after ? [] : [...fake.drafts.values()];
      return {
        drafts: begun
          .filter((record) => kinds.includes(record.body.kind) && about(record) && then(record))
          .filter((record) => !query.share || record.share === query.share)
          .filter((record) => hits(textOf(record), query.text))
          .map((record) => ({ ...rowOf(record, fake), draft: true })),
        rows: records.map((record) => ({
          ...rowOf(record, fake),
          ...(query.text.trim() && { excerpt: excerptOf(textOf(record), query.text) }),
        })),
        matched: found.length,
        more: last && from + query.limit < found.length ? last.id : null,
        entries: all().filter((record) => WRITTEN.includes(record.body.kind)).length,
        check_ins: all().filter((record) => record.body.kind === "check_in").length,
        sessions: marks(all())
          .filter(({ status }) => status === "held")
          .reverse(),
      };
    },
    people: cards,
    personPage: (id: RecordId) => {
      const card = cards().find(({ record }) => record.id === id);
      if (!card) throw new Refused("not_found");
      const lines = (kinds: KindName[]) =>
        about(id)
          .filter(({ body }) => kinds.includes(body.kind))
          .map((record) => rowOf(record, fake));
      const parts = { draft: fake.drafts.has(id), rows: lines(WRITTEN), work: lines(LASTING) };
      return fakePersonPage(card, all(), now, parts);
    },
    listRecords: ({ kinds, people, focus, from, to, limit }: RecordQuery) =>
      all()
        .filter(({ body }) => kinds.includes(body.kind))
        .filter(
          (record) => people.length === 0 || people.some((id) => peopleOf(record).includes(id)),
        )
        .filter(({ body }) => focus === null || focusOf(body) === focus)
        .filter(({ at }) => at.slice(0, 10) >= (from ?? "") && at.slice(0, 10) <= (to ?? "9999"))
        .sort(newest)
        .slice(0, limit),
    patterns: (span: Span) => fakePatterns(all(), span, nameOf),
    timeline: (query: ChartQuery) =>
      fakeTimeline(all(), query, now, { entries: WRITTEN, peopleOf, nameOf }),
    aboutPerson: (id: RecordId, kinds: KindName[]) =>
      about(id)
        .filter(({ body }) => kinds.includes(body.kind))
        .slice(0, 20)
        .map((record) => rowOf(record, fake)),
    useDays: (first: string, last: string) => daysBetween(all(), first, last),
    rhythmWeek: (last: string) => rhythmWeek(all(), last),
    contactWeeks: (weeks: number) => contactWeeks(all(), now, weeks),
    course: () => courseBook(all(), now),
  };
}

function page(fake: Fake, options: FakeOptions) {
  const now = options.now ?? FAKE_NOW;
  const all = () => [...fake.records.values()];
  let remembered = emptyBody("page_choices") as PageChoices;
  return {
    pageOffer: () => ({
      choices: remembered,
      offer: fakeOffer(all(), remembered, now),
      session: all().find(({ id }) => id === courseNow(all(), now)?.next?.id) ?? null,
    }),
    pagePreview: (choices: PageChoices) => {
      remembered = choices;
      return fakePreview(all(), choices, now);
    },
    pageFilePassword: () => FAKE_PASSWORDS[passwords++ % FAKE_PASSWORDS.length],
    pageSave: () => "saved",
    pageSaveAs: () => "saved",
    pagePrinted: () => null,
  };
}

const FAKE_PASSWORDS = [
  "lantern copper river notebook seven",
  "garden thimble north pencil harbour",
];
let passwords = 0;

function dayBefore(moment: string, days: number): string {
  const day = Date.parse(moment.slice(0, 10)) - days * 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
}

/** Kept days within two weeks, of those that are to be said. */
function keptSoon(records: Entry[], today: string): KeptSoon[] {
  const last = new Date(Date.parse(today) + 14 * 86_400_000).toISOString().slice(0, 10);
  const next = ({ month, day }: YearlyDay) => {
    const of = (year: number) =>
      `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const year = Number(today.slice(0, 4));
    return of(year) >= today ? of(year) : of(year + 1);
  };
  return records
    .flatMap(({ id, body }) => {
      if (body.kind !== "loss") return [];
      const who = records.find((record) => record.id === body.person);
      if (who?.body.kind !== "person") return [];
      const person = { id: who.id, name: who.body.name };
      return body.kept_days
        .filter(({ remind, on }) => remind && next(on) <= last)
        .map(({ what, on }) => ({ loss: id, person, what, on: next(on) }));
    })
    .sort((a, b) => a.on.localeCompare(b.on));
}

function rowOf(record: Entry, fake: Fake): Row {
  const { body } = record;
  const title = "title" in body ? body.title : "name" in body ? body.name : "";
  return {
    id: record.id,
    kind: body.kind,
    at: record.at,
    title,
    excerpt: [{ text: textOf(record).replace(title, "").trim().slice(0, 160), hit: false }],
    people: peopleOf(record).flatMap((id) => {
      const person = fake.records.get(id)?.body;
      return person?.kind === "person" ? [{ id, name: person.name }] : [];
    }),
    share: record.share,
    craving: body.kind === "check_in" ? body.craving : null,
    used: body.kind === "check_in" ? body.used : null,
    stage: body.kind === "conflict" ? body.stage : null,
    draft: fake.drafts.has(record.id),
  };
}

/** Whether every word begins some word of the text, as the index looks. */
function hits(text: string, typed: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return wordsOf(typed).every((word) => words.some((one) => one.startsWith(word)));
}

/** The words around the first hit, with hits marked. */
function excerptOf(text: string, typed: string): Row["excerpt"] {
  const wanted = wordsOf(typed).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${wanted})`, "giu");
  const first = Math.max(0, text.search(pattern) - 40);
  const pieces = `${first > 0 ? "…" : ""}${text.slice(first, first + 160)}`.split(pattern);
  return pieces
    .map((piece, index) => ({ text: piece, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}

function wordsOf(typed: string): string[] {
  return typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Every text of a record, its codes and ids left out as far as the stand-in can tell. */
function textOf({ body }: Entry): string {
  const texts: string[] = [];
  const gather = (value: unknown, key: string): void => {
    if (typeof value === "string" && !CODES.test(value) && key !== "kind") texts.push(value);
    else if (Array.isArray(value)) value.forEach((one) => gather(one, key));
    else if (typeof value === "object" && value !== null)
      for (const [name, one] of Object.entries(value)) gather(one, name);
  };
  gather(body, "");
  return texts.join(" ");
}

const CODES = /^([a-z]+(_[a-z]+)*|[0-9a-f-]{36})$/;
