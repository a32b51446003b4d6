import { beforeEach, describe, expect, it } from "vitest";
import { standIn } from "../ipc";
import { emptyRecord, fakeBackend } from "../ipc/fake";
import { dayOf, today } from "../lib/dates";
import { beginWith } from "./begin-with";

beforeEach(() => standIn(fakeBackend({ records: [] })));

describe("what is written about another day", () => {
  it("begins on that day, of which only the day is known", async () => {
    const record = emptyRecord("use", "a");
    await beginWith(record, { name: "use", day: "2026-02-27" }, []);
    expect(dayOf(record.at)).toBe("2026-02-27");
    expect(record.body).toMatchObject({ kind: "use", only_day: true });
  });

  it("begins now where the day is today", async () => {
    const record = emptyRecord("use", "a");
    const { at } = record;
    await beginWith(record, { name: "use", day: today() }, []);
    expect(record.at).toBe(at);
    expect(record.body).toMatchObject({ kind: "use", only_day: false });
  });

  it("is about that day in a kind without such an answer too", async () => {
    const record = emptyRecord("note", "a");
    await beginWith(record, { name: "note", day: "2026-02-27" }, []);
    expect(dayOf(record.at)).toBe("2026-02-27");
    expect("only_day" in record.body).toBe(false);
  });
});
