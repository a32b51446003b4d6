/**
 * `npm run dev:fake`: the window in a plain browser, over the in-memory
 * stand-in. Never part of the shipped bundle (tests/bundle.test.ts).
 *
 * ?journal=none|locked|open · ?theme=light|dark · ?text=150 · ?language=en
 * ?route={"name":"people"} · ?empty (no sample journal) · ?fail=disk_full (every save fails)
 * ?fail=unlock:data_damaged,lookOver:disk (single commands) · ?locks={"quick":"ready"} and
 * ?safe={"slow":4000} turn what fake-keys.ts and fake-safe.ts hold
 */
import { fakeBackend, sampleJournal, type FakeOptions } from "./ipc/fake";
import { standIn, type Commands, type ErrorCode, type JournalState, type Theme } from "./ipc";
import { router, type Route } from "./lib/router.svelte";

export function beginFake(asked: URLSearchParams): void {
  const options: FakeOptions = {
    journal: (asked.get("journal") as JournalState | null) ?? "open",
    records: asked.has("empty") ? [] : sampleJournal(),
    prefs: {
      theme: (asked.get("theme") as Theme | null) ?? "light",
      text_size: Number(asked.get("text") ?? "100"),
      language: asked.get("language") ?? "en",
      region: "US",
    },
  };
  const fake = fakeBackend(options);
  fake.fail = failing(asked.get("fail"));
  Object.assign(fake.locks, JSON.parse(asked.get("locks") ?? "{}"));
  Object.assign(fake.safe, JSON.parse(asked.get("safe") ?? "{}"));
  standIn(fake);
  const route = asked.get("route");
  if (route) router.route = JSON.parse(route) as Route;
}

function failing(asked: string | null): Partial<Record<keyof Commands, ErrorCode>> {
  if (!asked) return {};
  if (!asked.includes(":")) {
    const code = asked as ErrorCode;
    return { saveRecord: code, putDraft: code, unlock: code };
  }
  return Object.fromEntries(asked.split(",").map((one) => one.split(":"))) as Partial<
    Record<keyof Commands, ErrorCode>
  >;
}
