import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { standIn, type Day, type Record as Entry, type Session, type Today } from "../../ipc";
import { FAKE_NOW, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { addDays } from "../../lib/dates";
import { router } from "../../lib/router.svelte";
import { toast } from "../../lib/toast.svelte";
import { between } from "./between";
import { highestDay, known, usual } from "./cravings";
import { promptsFor, type Known } from "../../lib/prompts";
import TodayScreen from "./Screen.svelte";
import { seen } from "./seen.svelte";
import { nextDay } from "../../sessions/plan";

let fake: Fake;
const user = userEvent.setup();

function begin(records: Entry[] = sampleJournal(), now?: string): void {
  fake = fakeBackend({ records, ...(now ? { now } : {}) });
  standIn(fake);
  toast.hide();
  router.reset();
  seen.turn = 0;
  seen.hidden = "";
}
beforeEach(() => begin());

async function show(): Promise<void> {
  render(TodayScreen);
  await screen.findByText("How strong is any craving right now?");
}
const checkIns = () => [...fake.records.values()].filter(({ body }) => body.kind === "check_in");
const sample = () => sampleJournal().filter(({ body }) => body.kind === "check_in").length;
function session(number: number): Entry & { body: Session } {
  const found = [...fake.records.values()].find(
    ({ body }) => body.kind === "session" && body.number === number,
  );
  if (found?.body.kind !== "session") throw new Error(`no session ${number}`);
  return found as Entry & { body: Session };
}

describe("the quick check-in", () => {
  it("a press keeps one number at once, and another corrects it", async () => {
    await show();
    await user.click(screen.getByRole("radio", { name: "6" }));
    await screen.findByText(/^Saved 6/);
    await user.click(screen.getByRole("radio", { name: "4" }));
    await screen.findByText(/^Saved 4/);
    expect(checkIns()).toHaveLength(sample() + 1);
    expect(checkIns().at(-1)?.body).toMatchObject({ craving: 4, mood: null, used: null, with: [] });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("arrows wander without keeping anything; Enter keeps", async () => {
    await show();
    const [three, four] = ["3", "4"].map((name) => screen.getByRole("radio", { name }));
    // What a browser does with an arrow in a group of radios; jsdom does not.
    await fireEvent.keyDown(three!, { key: "ArrowRight" });
    four!.focus();
    await fireEvent.change(four!);
    expect(screen.getByText(/to save 4/)).toBeTruthy();
    expect(checkIns()).toHaveLength(sample());
    await user.keyboard("{Enter}");
    await screen.findByText(/^Saved 4/);
    expect(checkIns()).toHaveLength(sample() + 1);
  });

  it("leads to the full form of the same check-in, and can be taken back", async () => {
    await show();
    screen.getByRole("radio", { name: "0, None" }).focus();
    await user.keyboard("0");
    await user.click(await screen.findByRole("button", { name: "Add more?" }));
    expect(router.route).toEqual({ name: "check-in", id: checkIns().at(-1)?.id });
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await screen.findByText("Taken back. Nothing was kept.");
    expect(checkIns()).toHaveLength(sample());
  });

  it("says so when it could not be kept", async () => {
    await show();
    fake.fail.saveRecord = "disk_full";
    await user.click(screen.getByRole("radio", { name: "2" }));
    expect(await screen.findByText(/disk is full/)).toBeTruthy();
  });
});

describe("sessions", () => {
  it("counts the days in words", async () => {
    await show();
    expect(screen.getByText("Three days until your next session.")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Before Thursday" })).toBeTruthy();
  });

  it("asks about a session that passed, keeps Held and plans the next by the cadence", async () => {
    begin(sampleJournal(), "2026-03-14T10:00:00+01:00");
    await show();
    expect(screen.getByText("Did session 7 happen?")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Held" }));
    await waitFor(() => expect(screen.queryByText("Did session 7 happen?")).toBeNull());
    expect(session(7).body.status).toBe("held");
    expect(session(8)).toMatchObject({
      body: { status: "planned", course: session(7).body.course },
    });
    expect(session(8).at).toMatch(/^2026-03-19T14:00/);
    toast.message?.undo?.();
    await screen.findByText("Did session 7 happen?");
    expect(session(7).body.status).toBe("planned");
    expect(() => session(8)).toThrow();
  });

  it("keeps Missed, and plans no session past the last one", async () => {
    const records = sampleJournal();
    for (const { body } of records) if (body.kind === "course") body.planned_sessions = 7;
    begin(records, "2026-03-14T10:00:00+01:00");
    await show();
    await user.click(screen.getByRole("button", { name: "Missed" }));
    await waitFor(() => expect(session(7).body.status).toBe("missed"));
    expect(() => session(8)).toThrow();
  });

  it("moves a session to another day and keeps its number", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-14T10:00:00") });
    begin(sampleJournal(), "2026-03-14T10:00:00+01:00");
    await show();
    await user.click(screen.getByRole("button", { name: "Moved" }));
    await user.click(screen.getByRole("button", { name: "Save the new day" }));
    expect(screen.getByText(/Choose a day, and/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^New day/ }));
    await user.click(await screen.findByLabelText(/Mar 17, 2026|17 Mar 2026/));
    await user.click(screen.getByRole("button", { name: "Save the new day" }));
    await waitFor(() => expect(session(7).at).toMatch(/^2026-03-17T14:00/));
    expect(session(7).body.status).toBe("planned");
  });

  it("the next day by the cadence is never past", () => {
    expect(nextDay("2026-03-12", 7, "2026-03-12")).toBe("2026-03-19");
    expect(nextDay("2026-01-01", 7, "2026-03-12")).toBe("2026-03-12");
  });
});

describe("an empty journal", () => {
  it("begins quietly and offers to add the next session", async () => {
    begin([]);
    await show();
    await user.click(screen.getByRole("button", { name: "Add your next session" }));
    expect(router.route).toEqual({ name: "settings", part: "sessions" });
    expect(screen.queryByText("Cravings, last 14 days")).toBeNull();
  });

  it("an error can be tried again", async () => {
    fake.fail.today = "data_damaged";
    render(TodayScreen);
    const again = await screen.findByRole("button", { name: "Try again" });
    delete fake.fail.today;
    await user.click(again);
    await screen.findByText("How strong is any craving right now?");
  });
});

describe("unfinished writing", () => {
  it("can be gone on with, or thrown away and brought back", async () => {
    const [note] = sampleJournal().filter(({ body }) => body.kind === "note");
    if (!note) throw new Error("the sample has a note");
    fake.drafts.set(note.id, note);
    await show();
    await user.click(screen.getByRole("button", { name: /^Throw away the draft/ }));
    await waitFor(() => expect(fake.drafts.size).toBe(0));
    toast.message?.undo?.();
    await user.click(await screen.findByRole("button", { name: /^A quiet morning/ }));
    expect(router.route).toEqual({ name: "note", id: note.id });
  });
});

const day = (strongest: number | null, offset = 0): Day => ({
  day: addDays("2026-03-01", offset),
  check_ins: strongest === null ? 0 : 1,
  strongest,
  used: "unknown",
});

describe("cravings", () => {
  it("a day without a check-in is a gap, and zero is an answer", async () => {
    await show();
    expect(known([day(0), day(null), day(3)])).toEqual([0, 3]);
    const chart = screen.getByRole("img", { name: /13 days with a check-in, 1 without/ });
    const bars = [...chart.querySelectorAll(".bars i")];
    expect(bars).toHaveLength(14);
    expect(bars.filter((bar) => bar.classList.contains("none"))).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Show as a table" }));
    expect(within(screen.getByRole("table")).getAllByText("no check-in")).toHaveLength(1);
  });

  it("a zero is drawn, not left out", async () => {
    const records = sampleJournal().filter(({ body }) => body.kind !== "check_in");
    const [zero] = sampleJournal().filter(({ body }) => body.kind === "check_in");
    if (zero?.body.kind !== "check_in") throw new Error("the sample has check-ins");
    zero.body.craving = 0;
    begin([...records, zero]);
    await show();
    expect(document.querySelectorAll(".bars i.zero")).toHaveLength(1);
    expect(document.querySelectorAll(".bars i.none")).toHaveLength(13);
  });

  it("says nothing about what is usual under ten check-ins", () => {
    const days = [2, 2, 2, 2, 2, 2, 2, 2, 2].map((value) => day(value));
    expect(usual(days, 9)).toBeNull();
    expect(usual([...days, day(9)], 10)).toEqual({ low: 2, high: 2, inside: 9, days: 10 });
  });

  it("names the latest of the highest days, and none when all is zero", () => {
    expect(highestDay([day(7), day(2), day(7), day(null)])).toBe(2);
    expect(highestDay([day(0), day(null)])).toBe(-1);
  });
});

describe("the between-line", () => {
  const mark = (at: string) => ({ id: "s", number: 1, at, status: "held" as const });
  it("stands where today is, with the moments before it", () => {
    const line = between(
      "2026-03-05T00:00:00Z",
      mark("2026-03-01T00:00:00Z"),
      mark("2026-03-09T00:00:00Z"),
      ["2026-03-03T00:00:00Z", "2026-03-07T00:00:00Z"],
    );
    expect(line.at).toBeCloseTo(0.5);
    expect(line.dots).toEqual([0.25]);
  });
  it("holds without sessions, and when the next one is today", () => {
    expect(between(FAKE_NOW, null, null, []).dots).toEqual([]);
    expect(
      between("2026-03-09T20:00:00Z", null, mark("2026-03-09T14:00:00Z"), []).at,
    ).toBeLessThanOrEqual(0.98);
  });
});

describe("prompts", () => {
  const now = (date: string): Today => ({
    now: `${date}T12:00:00+01:00`,
    course: null,
    moments: [],
    days: [day(6)],
    check_ins: 1,
    to_bring: 0,
    drafts: [],
    conflict_with: null,
    kept_days: [],
    recovery_pending: false,
    can_call: [],
  });
  const key = (date: string, who: Known) =>
    promptsFor(now(date), who).map((one) =>
      "own" in one ? one.own : `${one.group}-${one.number}`,
    );

  it("never the same question two days running, whatever is known", () => {
    const knowns: Known[] = [
      { conflict: { safe: true }, loss: true },
      { conflict: null, loss: false },
      { conflict: { safe: false }, loss: false },
    ];
    for (let offset = 0; offset < 60; offset += 1) {
      const date = addDays("2026-02-20", offset);
      for (const today of knowns)
        for (const tomorrow of knowns) {
          const next = key(addDays(date, 1), tomorrow);
          expect(key(date, today).filter((prompt) => next.includes(prompt))).toEqual([]);
        }
    }
  });

  it("follows from the date alone", () => {
    const who: Known = { conflict: { safe: true }, loss: false };
    expect(key("2026-03-09", who)).toEqual(key("2026-03-09", who));
    expect(key("2026-03-09", who)[0]).toMatch(/^dispute/);
  });

  it("asks nothing about a dispute, and rehearses nothing, without a clear yes", () => {
    for (let offset = 0; offset < 16; offset += 1) {
      const asked = key(addDays("2026-03-01", offset), { conflict: { safe: false }, loss: false });
      expect(
        asked.filter((prompt) => prompt.startsWith("dispute") || prompt === "connection-5"),
      ).toEqual([]);
      expect(asked.length).toBeGreaterThan(0);
    }
  });

  it("asks one's own questions, each every second day, and those about a dispute only when safe", () => {
    const mine = [
      { own: "a0", text: "Mine", area: null },
      { own: "a1", text: "Of a dispute", area: "dispute" as const },
    ];
    const asked = (safe: boolean) =>
      [0, 1].map((offset) =>
        key(addDays("2026-03-01", offset), {
          conflict: { safe },
          loss: false,
          own: mine,
        }).filter((one) => /^a/.test(one)),
      );
    expect(asked(true).flat().sort()).toEqual(["a0", "a1"]);
    expect(asked(true).every((day) => day.length === 1)).toBe(true);
    expect(asked(false).flat()).toEqual(["a0"]);
  });

  it("opens with the question, about the person it names", async () => {
    await show();
    const question = await screen.findByRole("button", { name: /Marcus/ });
    await user.click(question);
    expect(router.route).toMatchObject({ name: "conflict", prompt: question.textContent.trim() });
    expect(router.route).toHaveProperty("person");
  });

  it("names nobody when it was never said that raising things is safe", async () => {
    const records = sampleJournal();
    for (const { body } of records) if (body.kind === "person") body.feel_safe = null;
    begin(records);
    await show();
    await screen.findByText("If you want a place to start");
    expect(screen.queryByRole("button", { name: /Marcus/ })).toBeNull();
  });
});
