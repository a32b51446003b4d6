import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sections } from "../../entry/reading";
import { standIn, type LifeEvent, type PartialDate } from "../../ipc";
import { emptyRecord, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import { orderly } from "./answers";
import LifeEventScreen from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();
const ID = "l1";

beforeEach(() => {
  const record = emptyRecord("life_event", ID);
  fake = fakeBackend({ records: [...sampleJournal(), record] });
  standIn(fake);
  router.reset();
});
afterEach(cleanup);

async function show(): Promise<void> {
  render(LifeEventScreen, { route: { name: "life_event", id: ID } });
  await screen.findByRole("button", { name: "Done for now" });
}
async function kept(): Promise<LifeEvent> {
  await user.click(screen.getByRole("button", { name: "Done for now" }));
  await waitFor(() => expect(fake.calls).toContain("saveRecord"));
  const body = fake.records.get(ID)?.body;
  if (body?.kind !== "life_event") throw new Error("no such record");
  return body;
}
const years = () => screen.getAllByRole("textbox", { name: "Year" });

describe("something on the timeline", () => {
  it("needs no more than a year", async () => {
    await show();
    const [from] = years();
    if (!from) throw new Error("no year");
    await user.type(from, "2009");
    const { from: known, to, mood, amount, area } = await kept();
    expect(known).toEqual({ date: "2009-01-01", precision: "year" });
    expect([to, mood, amount, area], "nothing else was answered").toEqual([null, null, null, null]);
  });

  it("does not keep an end before its beginning, and says so", async () => {
    await show();
    const [from, to] = years();
    if (!from || !to) throw new Error("no year");
    await user.type(from, "2014");
    await user.type(to, "2012");
    await screen.findByText("This is before it began.");
    expect((await kept()).to).toBeNull();
  });

  it("going on and an end take each other's place", async () => {
    await show();
    await user.click(screen.getByRole("checkbox", { name: "It goes on today" }));
    expect(years().length).toBe(1);
    expect((await kept()).goes_on).toBe(true);
  });

  it("asks about mood and use only where it is about them, and takes answers back", async () => {
    await show();
    expect(screen.queryByRole("group", { name: "How was your mood then?" })).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Use" }));
    await user.click(screen.getByRole("checkbox", { name: "Nothing" }));
    await user.click(screen.getByRole("radio", { name: "Mood" }));
    await user.click(screen.getByRole("checkbox", { name: "+3" }));
    await user.click(screen.getByRole("checkbox", { name: "+3" }));
    const { amount, mood } = await kept();
    expect([amount, mood], "nothing is an answer, and none is none").toEqual([0, null]);
  });
});

describe("dates known in part", () => {
  const of = (date: string, precision: PartialDate["precision"]) => ({ date, precision });

  it("fit as long as they can have been in order", () => {
    expect(orderly(of("2014-05-20", "day"), of("2014-05-01", "month"))).toBe(true);
    expect(orderly(of("2014-05-20", "day"), of("2014-01-01", "year"))).toBe(true);
    expect(orderly(of("2014-01-01", "year"), of("2014-03-02", "day"))).toBe(true);
    expect(orderly(of("2014-05-20", "day"), of("2014-05-19", "day"))).toBe(false);
    expect(orderly(of("2014-05-20", "day"), of("2014-04-01", "month"))).toBe(false);
  });
});

describe("reading it", () => {
  it("tells when, what and how it was", () => {
    const record = emptyRecord("life_event", ID);
    if (record.body.kind !== "life_event") throw new Error("another kind");
    record.body.from = { date: "2009-01-01", precision: "year" };
    record.body.mood = -3;
    const read = sections(record, [], "").map((one) => ("text" in one ? one.text : ""));
    expect(read).toContain("2009");
    expect(read.some((text) => text.endsWith("3"))).toBe(true);
  });
});
