import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { standIn, type Mark, type Point, type Record as Entry, type Timeline } from "../../ipc";
import { emptyRecord, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { dayLong, dayShort, dayWithYear, monthYear } from "../../lib/dates";
import { router } from "../../lib/router.svelte";
import { areaPath, linePath, ticksOf } from "./lines";
import { pack, widthOf } from "./packing";
import { markLabel, when } from "./phrases";
import TimelineScreen from "./Screen.svelte";
import { alone, along, cravingOf, nearest, placeOf, stepsOf } from "./steps";
import { forgetLook } from "./timeline.svelte";

let fake: Fake;
const user = userEvent.setup();

function begin(records: Entry[] = sampleJournal()): void {
  fake = fakeBackend({ records });
  standIn(fake);
  router.reset();
  forgetLook();
}
beforeEach(() => begin());
afterEach(cleanup);

async function show(day?: string): Promise<void> {
  render(TimelineScreen, { route: { name: "timeline", ...(day && { day }) } });
  await screen.findByRole("slider");
}
const slider = () => screen.getByRole("slider");
const chosen = () => slider().getAttribute("aria-valuetext");

function point(from: string, strongest: number | null): Point {
  return {
    from,
    check_ins: 1,
    days: strongest === null ? 0 : 1,
    strongest,
    highest: null,
    mood: null,
    mood_days: 0,
    used_days: 0,
    known_days: 0,
    late: false,
    entries: 0,
  };
}
function window(from: string, to: string, unit: Timeline["window"]["unit"]): Timeline["window"] {
  return { zoom: "course", from, to, unit };
}
function mark(title: string, from: string, to = from): Mark {
  return {
    id: title,
    kind: "event",
    lane: "people",
    title,
    who: [],
    line: "",
    at: null,
    from,
    to,
    began: { date: from, precision: "day" },
    ended: null,
    goes_on: false,
    mood: null,
    amount: null,
  };
}

describe("steps", () => {
  it("hold every day, so that a gap has its place", () => {
    const steps = stepsOf({
      window: window("2026-02-27", "2026-03-02", "day"),
      points: [point("2026-02-28", 70), point("2026-03-02", 0)],
    });
    expect(steps.map(({ from }) => from)).toEqual([
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
    ]);
    expect(steps.map(cravingOf)).toEqual([null, 7, null, 0]);
    expect(steps.map(({ x }) => Math.round(x))).toEqual([0, 33, 67, 100]);
  });

  it("of months are cut to the window and stand in their middle", () => {
    const steps = stepsOf({ window: window("2020-11-20", "2021-02-10", "month"), points: [] });
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      ["2020-11-20", "2020-11-30"],
      ["2020-12-01", "2020-12-31"],
      ["2021-01-01", "2021-01-31"],
      ["2021-02-01", "2021-02-10"],
    ]);
    expect(steps[0]?.x).toBeGreaterThan(0);
    expect(placeOf(steps, "2021-01-15")).toBe(2);
    expect(placeOf(steps, "2030-01-01")).toBe(3);
    expect(nearest(steps, along("2020-12-20", "2020-11-20", "2021-02-10"))).toBe(1);
  });

  it("of weeks begin on Monday, as the journal counts them", () => {
    const steps = stepsOf({ window: window("2025-12-30", "2026-01-12", "week"), points: [] });
    expect(steps.map(({ from }) => from)).toEqual(["2025-12-30", "2026-01-05", "2026-01-12"]);
  });

  it("know numbers that no line would show", () => {
    const steps = stepsOf({
      window: window("2026-03-01", "2026-03-05", "day"),
      points: [point("2026-03-01", 10), point("2026-03-03", 20), point("2026-03-04", 20)],
    });
    expect(alone(steps, cravingOf)).toEqual([0]);
  });
});

describe("lines", () => {
  const steps = stepsOf({
    window: window("2026-03-01", "2026-03-05", "day"),
    points: ["01", "02", "04", "05"].map((day, place) => point(`2026-03-${day}`, place * 10)),
  });

  it("break at a gap and never go through it", () => {
    expect(linePath(steps, cravingOf)).toBe("M0,100L25,90M75,80L100,70");
    expect(areaPath(steps, cravingOf)).toBe(
      "M0,100L25,90L25,100L0,100ZM75,80L100,70L100,100L75,100Z",
    );
  });

  it("leave what stands alone to its point", () => {
    const lonely = stepsOf({
      window: window("2026-03-01", "2026-03-05", "day"),
      points: [point("2026-03-01", 10), point("2026-03-03", 20), point("2026-03-04", 20)],
    });
    expect(linePath(lonely, cravingOf)).toBe("M50,80L75,80");
  });

  it("have the sessions' dates under them while those find room", () => {
    const chart = {
      window: window("2026-01-29", "2026-03-12", "day"),
      sessions: ["2026-01-29", "2026-02-05", "2026-02-12"].map((day, place) => ({
        id: day,
        number: place + 1,
        day,
        status: "held",
      })),
    } as unknown as Timeline;
    const ticks = ticksOf(chart, 48);
    expect(ticks.map(({ label }) => label)).toEqual([
      dayShort("2026-01-29"),
      dayShort("2026-02-05"),
      "12",
    ]);
    expect(ticksOf(chart, 12).length).toBeLessThan(3);
  });

  it("name years over years", () => {
    const chart = { window: window("2009-01-01", "2026-03-12", "month"), sessions: [] };
    const labels = ticksOf(chart as unknown as Timeline, 48).map(({ label }) => label);
    expect(labels).toEqual([
      "2010",
      "2012",
      "2014",
      "2016",
      "2018",
      "2020",
      "2022",
      "2024",
      "2026",
    ]);
  });
});

describe("packing", () => {
  const room = { from: "2026-02-01", to: "2026-02-28", rem: 48, narrow: false };
  const title = (one: Mark) => one.title;

  it("lets no mark cover another", () => {
    const marks = Array.from({ length: 12 }, (_, place) =>
      mark(`Words with Marcus ${place}`, `2026-02-${String(2 * place + 1).padStart(2, "0")}`),
    );
    const { placed } = pack(marks, title, room);
    const percent = 100 / room.rem;
    const spans = placed.map(({ row, x, end, mark: one }) => {
      const wide = widthOf(one.title) * percent;
      const start = end ? x + 0.8 * percent - wide : x - 0.8 * percent;
      return { row, start, stop: start + wide };
    });
    for (const one of spans)
      for (const other of spans)
        if (one !== other && one.row === other.row)
          expect(one.stop <= other.start || one.start >= other.stop).toBe(true);
  });

  it("turns words round that would leave the chart", () => {
    const { placed } = pack([mark("Late from group", "2026-02-28")], title, room);
    expect(placed[0]?.end).toBe(true);
  });

  it("gathers what finds no room, and loses nothing", () => {
    const marks = Array.from({ length: 40 }, (_, place) =>
      mark(`A long talk about everything ${place}`, "2026-02-14"),
    );
    const { placed, clusters, rows } = pack(marks, title, room);
    expect(placed.length + clusters.flatMap((one) => one.marks).length).toBe(40);
    expect(clusters.length).toBe(1);
    expect(rows).toBe(6);
  });

  it("cuts stretches of time to the chart and gives them room for their icon", () => {
    const long = mark("New job", "2020-01-01", "2030-01-01");
    const short = mark("A week", "2026-02-10", "2026-02-11");
    const { placed } = pack([short, long], title, room);
    const of = (name: string) => placed.find((one) => one.mark.title === name);
    expect([of("New job")?.x, of("New job")?.width]).toEqual([0, 100]);
    expect(of("A week")?.width).toBeGreaterThanOrEqual(1.5 * (100 / 48));
  });
});

describe("words of a mark", () => {
  it("tell a date as exactly as it is known", () => {
    const year = { date: "2009-01-01", precision: "year" } as const;
    const month = { date: "2012-05-01", precision: "month" } as const;
    expect(when({ ...mark("", "2009-01-01"), began: year })).toBe("2009");
    expect(when({ ...mark("", "2009-01-01"), began: year, ended: month })).toBe("2009 to May 2012");
    expect(when({ ...mark("", "2009-01-01"), began: year, goes_on: true })).toBe("since 2009");
  });

  it("say what it is where there is no title", () => {
    expect(markLabel({ ...mark("", "2026-03-01"), kind: "loss", who: ["Ruth (Mom)"] })).toContain(
      "Ruth",
    );
    expect(markLabel({ ...mark("", "2026-03-01"), who: [] })).not.toBe("");
  });
});

describe("the timeline", () => {
  it("goes day by day with arrows and says what is known", async () => {
    await show();
    expect(chosen()).toBe(dayLong("2026-03-09"));
    slider().focus();
    await user.keyboard("{ArrowLeft}");
    expect(chosen()).toBe(dayLong("2026-03-08"));
    expect(screen.getByText("Craving 7, mood 3. Did not use.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Late from group", hidden: false })).toBeTruthy();
    await user.keyboard("{PageDown}");
    expect(chosen()).toBe(dayLong("2026-03-01"));
    await user.keyboard("{Home}");
    expect(chosen()).toBe(dayLong("2026-01-29"));
    expect(screen.getByText("No check-in.")).toBeTruthy();
    await user.keyboard("{ArrowLeft}");
    expect(chosen()).toBe(dayLong("2026-01-29"));
  });

  it("opens a day that was asked for, also one far back", async () => {
    await show("2026-02-22");
    expect(chosen()).toBe(dayLong("2026-02-22"));
    cleanup();
    await show("2025-06-14");
    expect(chosen()).toBe(dayWithYear("2025-06-14"));
    expect(screen.getByRole("radio", { name: "4 weeks" })).toHaveProperty("checked", true);
  });

  it("shows a life by the month, with its losses, and goes closer", async () => {
    const record = emptyRecord("life_event", "l1");
    if (record.body.kind === "life_event") {
      record.body.title = "Moved out";
      record.body.from = { date: "2009-01-01", precision: "year" };
    }
    begin([...sampleJournal(), record]);
    await show();
    await user.click(screen.getByRole("radio", { name: "Life" }));
    const died = new RegExp(dayWithYear("2025-06-14"));
    await waitFor(() => expect(screen.getByRole("button", { name: died })).toBeTruthy());
    await user.click(screen.getByRole("button", { name: "Moved out, 2009" }));
    expect(chosen()).toBe(monthYear("2009-01-01"));
    slider().focus();
    await user.keyboard("{PageUp}");
    expect(chosen()).toBe(monthYear("2010-01-01"));
    await user.click(screen.getByRole("button", { name: "Look at these weeks" }));
    await waitFor(() => expect(chosen()).toBe(dayWithYear("2010-01-16")));
    expect(screen.getByRole("radio", { name: "4 weeks" })).toHaveProperty("checked", true);
  });

  it("chooses the day of what is pressed and leads to it", async () => {
    await show();
    const lane = screen.getByRole("group", { name: "Changes and losses" });
    await user.click(within(lane).getByRole("button", { name: /Her kitchen radio/ }));
    expect(chosen()).toBe(dayLong("2026-03-07"));
    await user.click(screen.getByRole("button", { name: "Her kitchen radio" }));
    expect(router.route.name).toBe("journal");
    cleanup();
    await show();
    expect(chosen(), "coming back finds the same day").toBe(dayLong("2026-03-07"));
  });

  it("is one stop for the keyboard in each lane", async () => {
    const entries = ["2026-03-02", "2026-03-04"].map((day, place) => {
      const record = emptyRecord("event", `e${place}`, `${day}T12:00:00+01:00`);
      if (record.body.kind === "event") record.body.title = `Moment ${place}`;
      return record;
    });
    begin([...sampleJournal(), ...entries]);
    await show();
    const lane = within(screen.getByRole("group", { name: "People" }));
    const stops = lane.getAllByRole("button").filter((one) => one.tabIndex === 0);
    expect(stops.length).toBe(1);
    stops[0]?.focus();
    await user.keyboard("{Home}");
    expect(document.activeElement?.getAttribute("aria-label")).toContain("Moment 0");
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement?.getAttribute("aria-label")).toContain("Moment 1");
  });

  it("is a table too, in which a gap is told and not counted", async () => {
    await show();
    await user.click(screen.getByRole("button", { name: "Show as a table" }));
    const rows = within(screen.getByRole("table")).getAllByRole("row");
    expect(rows.length).toBe(1 + 43);
    const gap = screen.getByRole("rowheader", { name: dayLong("2026-02-26") }).closest("tr");
    if (!gap) throw new Error("no such row");
    expect(within(gap).getByText("No check-in")).toBeTruthy();
    expect(within(gap).getAllByText("Not told").length).toBe(2);
    expect(gap.textContent).toContain("Session 5");
  });

  it("tells what has no date yet beside the chart", async () => {
    const record = emptyRecord("life_event", "l1");
    if (record.body.kind === "life_event") record.body.title = "When I moved out";
    begin([...sampleJournal(), record]);
    await show();
    await user.click(screen.getByRole("button", { name: "When I moved out" }));
    expect(router.route).toEqual({ name: "life_event", id: "l1" });
  });

  it("offers a beginning where nothing is", async () => {
    begin([]);
    render(TimelineScreen, { route: { name: "timeline" } });
    await user.click(await screen.findByRole("button", { name: /Add something from before/ }));
    expect(router.route.name).toBe("life_event");
  });

  it("says what went wrong and tries again", async () => {
    fake.fail.timeline = "data_damaged";
    render(TimelineScreen, { route: { name: "timeline" } });
    await screen.findByRole("button", { name: "Try again" });
    delete fake.fail.timeline;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByRole("slider");
  });
});
