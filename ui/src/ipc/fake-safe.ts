/** The stand-in's backups, journals set aside, rescue, new keys and the end. */
import type {
  AsideRow,
  BackupRow,
  Holds,
  LastBackup,
  Progress,
  ProofFile,
  Record as Entry,
  Reminders,
  Salvaged,
  Secret,
} from "./bindings";
import type { Fake, FakeOptions } from "./fake";
import { FAKE_FOLDER, FAKE_NOW, mustBe, newKey, opened, opens, Refused } from "./fake-keys";

/** What a test may turn about keeping the journal safe. */
export interface Safe {
  backups: BackupRow[];
  last: LastBackup | null;
  folder: { path: string; here: boolean; elsewhere: boolean; synced: boolean } | null;
  failed: boolean;
  nudge: boolean;
  asides: AsideRow[];
  salvaged: Salvaged;
  /** A backup opens with this instead of the present secrets. */
  oldPassphrase: string | null;
  /** What the system's dialog answers. */
  answers: boolean;
  /** A text that was put away, and whether other keys sealed it. */
  away: Entry | null;
  awayNeedsSecret: boolean;
  /** The backups left after erasing. */
  left: BackupRow[];
  reminders: Partial<Reminders>;
  copied: string | null;
  /** How long work takes, in milliseconds, for looking at it. */
  slow: number;
}

const MEBIBYTE = 1024 * 1024;

function backup(place: number, day: string, more: Partial<BackupRow> = {}): BackupRow {
  const bytes = (1.2 + place / 10) * MEBIBYTE;
  const name = `journal-${day}.nbk`;
  return { place, name, day, bytes, elsewhere: false, same_journal: true, ...more };
}

/** As it is for someone who has used the program for six weeks. */
export function fakeSafe(): Safe {
  return {
    backups: [
      backup(0, "2026-03-09"),
      backup(1, "2026-03-08"),
      backup(2, "2026-03-08", { elsewhere: true }),
      backup(3, "2026-03-07"),
      backup(4, "2026-03-01"),
      backup(5, "2026-02-22"),
      backup(6, "2026-02-15", { same_journal: false }),
    ],
    last: {
      at: "2026-03-09T14:02:00+01:00",
      holds: { entries: 312, people: 14, newest: "2026-03-09T14:02:00+01:00" },
      elsewhere: false,
    },
    folder: null,
    failed: false,
    nudge: false,
    asides: [],
    salvaged: { whole: 21, known: 23, earlier: 0, drafts: 1 },
    oldPassphrase: null,
    answers: true,
    away: null,
    awayNeedsSecret: false,
    left: [],
    reminders: {},
    copied: null,
    slow: 0,
  };
}

const NONE: Reminders = {
  recovery_pending: false,
  recovery_retest: false,
  backup: false,
  backup_failed: false,
};

const STAGES: Progress["stage"][] = ["copying", "checking", "moving_in"];
const STEPS = 5;

/** The commands of safe.rs. */
export function safeCommands(fake: Fake, options: FakeOptions, tell: (now: Progress) => void) {
  const { safe, locks } = fake;
  const now = options.now ?? FAKE_NOW;
  let chosen: BackupRow | null = null;

  async function working<T>(then: () => T): Promise<T> {
    for (const stage of STAGES)
      for (let step = 0; step <= STEPS; step += 1) {
        tell({ stage, percent: (100 * step) / STEPS });
        if (safe.slow > 0) await new Promise((done) => setTimeout(done, safe.slow / 18));
      }
    return then();
  }
  function here(): Holds {
    const all = [...fake.records.values()];
    const count = (kinds: string[]) => all.filter(({ body }) => kinds.includes(body.kind)).length;
    const past = all.map(({ at }) => at).filter((at) => at <= now);
    return {
      entries: count(["conflict", "grief", "note", "check_in"]),
      people: count(["person"]),
      newest: past.sort().at(-1) ?? null,
    };
  }
  function mustOpenBackup(secret: Secret): BackupRow {
    if (!chosen) throw new Refused("not_found");
    const right =
      safe.oldPassphrase === null
        ? opens(locks, secret)
        : secret.passphrase?.trim() === safe.oldPassphrase;
    if (!right) throw new Refused("wrong_secret");
    return chosen;
  }
  function mustOpen(secret: Secret): void {
    if (!opens(locks, secret)) throw new Refused("wrong_secret");
  }
  function take(row: BackupRow): Pick<BackupRow, "name" | "day" | "bytes"> {
    chosen = row;
    return { name: row.name, day: row.day, bytes: row.bytes };
  }
  function between(from: string, to: string): Entry[] {
    return [...fake.records.values()].filter(
      ({ at, body }) =>
        ["conflict", "grief", "note", "check_in"].includes(body.kind) &&
        at.slice(0, 10) >= from &&
        at.slice(0, 10) <= to,
    );
  }
  function setAside(): void {
    safe.asides = [{ place: 0, on: now, bytes: 1.4 * MEBIBYTE }, ...safe.asides].map(
      (row, place) => ({ ...row, place }),
    );
  }
  return {
    backupState: () => ({
      last: safe.last,
      folder: safe.folder?.path ?? null,
      folder_here: safe.folder?.here ?? false,
      folder_elsewhere: safe.folder?.elsewhere ?? false,
      folder_synced: safe.folder?.synced ?? false,
      nudge: safe.nudge,
      failed: safe.failed,
      rows: safe.backups,
    }),
    backUpNow: () =>
      working(() => {
        safe.last = { at: now, holds: here(), elsewhere: safe.folder?.here ?? false };
        safe.failed = false;
        return safe.last;
      }),
    chooseBackupFolder: () => {
      if (safe.answers)
        safe.folder = {
          path: "/media/marcus/USB blue",
          here: true,
          elsewhere: true,
          synced: false,
        };
      return safe.answers;
    },
    forgetBackupFolder: () => ((safe.folder = null), null),
    knownBackups: () => safe.backups,
    chooseBackup: () => (safe.answers ? take(backup(99, "2026-02-28")) : null),
    pickBackup: (place: number) => {
      const row = safe.backups.find((one) => one.place === place);
      if (!row) throw new Refused("not_found");
      return take(row);
    },
    reviewBackup: (secret: Secret) =>
      working(() => {
        const { day } = mustOpenBackup(secret);
        const made = `${day}T14:05:00+01:00`;
        const newest = `${day}T14:02:00+01:00`;
        return {
          holds: { entries: 312, people: 14, newest },
          made,
          present: locks.journal === "open" ? here() : null,
          sets_aside: locks.journal !== "none",
        };
      }),
    restoreBackup: (secret: Secret) =>
      working(() => {
        mustOpenBackup(secret);
        if (locks.journal !== "none") setAside();
        if (safe.oldPassphrase !== null) locks.passphrase = safe.oldPassphrase;
        return opened(locks);
      }),
    setAsides: () => safe.asides,
    putBackAside: (place: number) => {
      safe.asides = safe.asides.filter((row) => row.place !== place);
      setAside();
      locks.journal = "locked";
      return null;
    },
    removeAside: (passphrase: string, place: number) => {
      mustBe(locks, passphrase);
      safe.asides = safe.asides.filter((row) => row.place !== place);
      return null;
    },
    lookOver: (secret: Secret) =>
      working(() => {
        mustOpen(secret);
        return safe.salvaged;
      }),
    rescue: (secret: Secret) =>
      working(() => {
        mustOpen(secret);
        setAside();
        return { salvaged: safe.salvaged, unlocked: opened(locks) };
      }),
    beginAnew: () => {
      setAside();
      locks.journal = "none";
      return null;
    },
    renewKeys: (current: string, next: string) =>
      working(() => {
        mustBe(locks, current);
        locks.passphrase = next.trim();
        if (locks.quick !== "unavailable") locks.quick = "off";
        return newKey(locks, options);
      }),
    countDays: (from: string, to: string) => between(from, to).length,
    deleteDays: (passphrase: string, from: string, to: string) =>
      working(() => {
        mustBe(locks, passphrase);
        for (const { id } of between(from, to)) fake.records.delete(id);
        return newKey(locks, options);
      }),
    eraseJournal: (passphrase: string) => {
      mustBe(locks, passphrase);
      fake.records.clear();
      safe.left = safe.backups.filter(({ elsewhere }) => elsewhere);
      safe.backups = safe.left;
      locks.journal = "none";
      return safe.left;
    },
    removeLeftBackups: () => {
      const gone = safe.left.length;
      safe.left = [];
      return gone;
    },
    putTextAway: (record: Entry) => {
      if (safe.answers) safe.away = record;
      return safe.answers;
    },
    bringTextBack: (secret: Secret | null) => {
      if (!safe.answers || !safe.away) return null;
      if (safe.awayNeedsSecret && (!secret || !opens(locks, secret)))
        throw new Refused("wrong_secret");
      fake.drafts.set(safe.away.id, safe.away);
      return safe.away;
    },
    reminders: () => ({ ...NONE, recovery_pending: !locks.recovery.typed, ...safe.reminders }),
    proof: () => ({
      folder: FAKE_FOLDER,
      files: fakeFiles(safe),
      prefs: JSON.stringify(locks.prefs, null, 2),
      last_backup: safe.last,
    }),
    copyText: (text: string) => ((safe.copied = text), null),
  };
}

const HEADER = bytesOf("NBVLT1");

function bytesOf(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

function noise(seed: number): number[] {
  return Array.from(
    { length: 32 },
    (_, index) => (seed * 31 + index * index * 7 + index * 97) % 256,
  );
}

function fakeFiles({ backups, asides }: Safe): ProofFile[] {
  const keys = [...HEADER, 0, 0, ...noise(5)].slice(0, 32);
  const prefs = bytesOf(JSON.stringify({ theme: "light", text_size: 100 }));
  return [
    { name: "v1/data.db", what: "journal", bytes: 1.4 * MEBIBYTE, first: noise(19) },
    { name: "v1/keys.a", what: "keys", bytes: 4096, first: keys },
    { name: "v1/keys.b", what: "keys", bytes: 4096, first: keys },
    { name: "v1/lock", what: "lock", bytes: 0, first: [] },
    { name: "prefs", what: "prefs", bytes: 132, first: prefs.slice(0, 32) },
    ...backups
      .filter(({ elsewhere }) => !elsewhere)
      .map(({ name, bytes, place }) => ({
        name: `v1/backups/${name}`,
        what: "backup" as const,
        bytes,
        first: noise(place),
      })),
    ...asides.map(({ place, bytes }) => ({
      name: `v1/safety/20260309-${String(200200 + place)}/data.db`,
      what: "aside" as const,
      bytes,
      first: noise(40 + place),
    })),
  ];
}
