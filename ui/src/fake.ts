/**
 * `npm run dev:fake`: the window in a plain browser, over the in-memory
 * stand-in. Never part of the shipped bundle (tests/bundle.test.ts).
 *
 * ?journal=none|locked|open · ?theme=light|dark · ?text=150 · ?language=en
 * ?route={"name":"people"} · ?empty (no sample journal) · ?fail=disk_full (every save fails)
 */
import { fakeBackend, sampleJournal, type FakeOptions } from "./ipc/fake";
import { standIn, type ErrorCode, type JournalState, type Theme } from "./ipc";
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
  const fail = asked.get("fail") as ErrorCode | null;
  if (fail) options.fail = { saveRecord: fail, putDraft: fail, unlock: fail };
  standIn(fakeBackend(options));
  const route = asked.get("route");
  if (route) router.route = JSON.parse(route) as Route;
}
