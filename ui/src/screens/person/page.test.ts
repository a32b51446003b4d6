import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type Body, type Person, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import PersonScreen from "./Screen.svelte";
import { isDone, stepsFor, STEPS } from "./steps";
import { pointsOf, stepsThrough } from "./stood";

let fake: Fake;
const user = userEvent.setup();
const DEV = "20000000-0000-4000-8000-000000000005";
const MARCUS = "20000000-0000-4000-8000-000000000001";

beforeEach(() => {
  fake = fakeBackend({ records: sampleJournal() });
  standIn(fake);
  router.reset();
});

function open(id: string): void {
  render(PersonScreen, { route: { name: "person", id } });
}
function write(id: string, known: Partial<Person>): void {
  const record = fake.records.get(id);
  if (record?.body.kind === "person") Object.assign(record.body, known);
}
let made = 0;
function add(
  at: string,
  known: Partial<Entry["around"]>,
  body: Partial<Body> & { kind: Body["kind"] },
) {
  made += 1;
  const record = emptyRecord(
    body.kind,
    `95000000-0000-4000-8000-${String(made).padStart(12, "0")}`,
  );
  record.at = at;
  Object.assign(record.around, known);
  Object.assign(record.body, body);
  fake.records.set(record.id, record);
}

describe("someone's page", () => {
  it("shows what the card says, skipped questions left out", async () => {
    write(MARCUS, {
      contact_frequency: "daily",
      contact_modes: ["in_person", "text"],
      support_received: 0,
      knows_about: ["my_treatment"],
      cannot_talk_about: "Money",
      i_expect: [{ text: "Ask how group was", met: "partly", said: "no", importance: 3 }],
      they_expect: [{ text: "A text if I am late", met: "unknown", said: null, importance: null }],
    });
    open(MARCUS);
    expect(await screen.findByText("In person, Texts")).toBeTruthy();
    expect(screen.getByText("How much support do I get?").nextElementSibling?.textContent).toBe(
      "None",
    );
    expect(screen.queryByText("How much support do I give?")).toBeNull();
    expect(screen.getByText("Never said")).toBeTruthy();
    expect(screen.getByText("Happens in part")).toBeTruthy();
    expect(screen.getByText("1 of 2 was never said out loud.")).toBeTruthy();
    expect(screen.queryByText("Not sure if it happens")).toBeNull();
  });

  it("counts cravings beside all there were, and names what is not known", async () => {
    for (const record of [...fake.records.values()])
      if (record.body.kind === "check_in") fake.records.delete(record.id);
    for (let day = 1; day <= 6; day += 1) {
      const at = `2026-02-0${day}T20:00:00+01:00`;
      add(at, {}, { kind: "check_in", craving: day, with: [{ person: DEV }] });
      add(at, {}, { kind: "check_in", craving: 9, with: ["nobody"] });
    }
    add("2026-02-07T20:00:00+01:00", {}, { kind: "check_in", craving: 9, with: [] });
    open(DEV);
    expect(await screen.findByText("1 of 7 strong cravings (6 or more)")).toBeTruthy();
    expect(screen.getByText("6 of all 12 check-ins")).toBeTruthy();
    expect(screen.getByText("1 of 6 days with a strong craving")).toBeTruthy();
    expect(screen.getByText(/1 more check-in does not say who was there/)).toBeTruthy();
    expect(screen.getByText(/not reasons and not proof/)).toBeTruthy();
  });

  it("with few check-ins it says that it is too early", async () => {
    for (const record of [...fake.records.values()])
      if (record.body.kind === "check_in") fake.records.delete(record.id);
    open(DEV);
    expect(await screen.findByText("Too early to say.")).toBeTruthy();
  });

  it("shows only the title of a rehearsal unless raising things is clearly safe", async () => {
    const people = [DEV];
    add(
      "2026-03-01T10:00:00+01:00",
      { people },
      {
        kind: "rehearsal",
        title: "About the money",
        opening_line: "I need it back by Friday",
      },
    );
    write(DEV, { feel_safe: "mostly" });
    open(DEV);
    expect(await screen.findByText("About the money")).toBeTruthy();
    expect(screen.queryByText(/back by Friday/)).toBeNull();
  });

  it("leads to the card, to the circle, and to what was written", async () => {
    open(MARCUS);
    await user.click(await screen.findByRole("button", { name: /Late from group/ }));
    expect(router.route.name).toBe("conflict");
    await user.click(screen.getByRole("button", { name: "Show in the circle" }));
    expect(router.route).toEqual({ name: "people", id: MARCUS });
    await user.click(screen.getByRole("button", { name: "Change the card" }));
    expect(router.route).toEqual({ name: "person", id: MARCUS, edit: true });
  });

  it("a card that was begun and never kept opens to be written on", async () => {
    const draft = emptyRecord("person", "95000000-0000-4000-8000-00000000aaaa");
    if (draft.body.kind === "person") draft.body.about = "From work";
    fake.drafts.set(draft.id, draft);
    open(draft.id);
    expect(await screen.findByRole("textbox", { name: "Name" })).toBeTruthy();
    expect(screen.getByDisplayValue("From work")).toBeTruthy();
  });

  it("says that an error happened, and can try again", async () => {
    fake.fail.personPage = "data_damaged";
    open(MARCUS);
    const again = await screen.findByRole("button", { name: "Try again" });
    delete fake.fail.personPage;
    await user.click(again);
    await waitFor(() => expect(screen.getByRole("heading", { name: "Marcus" })).toBeTruthy());
  });

  it("shows where they stood as a table too", async () => {
    add(
      "2026-02-01T10:00:00+01:00",
      {},
      {
        kind: "circle",
        shows: "now",
        positions: [{ person: DEV, ring: "close", angle: 3 }],
      },
    );
    open(DEV);
    const table = within(await screen.findByRole("table", { hidden: true }));
    const rows = table.getAllByRole("row", { hidden: true }).map((row) => row.textContent);
    expect(rows.some((row) => row.includes("Close") && row.includes("2026"))).toBe(true);
    expect(rows.some((row) => row.includes("Today") && row.includes("Around me"))).toBe(true);
  });
});

describe("steps and points", () => {
  const card = () => {
    const { body } = emptyRecord("person", "x");
    if (body.kind !== "person") throw new Error("a card");
    return body;
  };

  it("an empty card has nothing in any step, and a none is an answer", () => {
    expect(STEPS.filter((step) => isDone(step, card()))).toEqual([]);
    expect(isDone("support", { ...card(), conflict_level: 0 })).toBe(true);
  });

  it("nothing is asked about someone who died that only the living can answer", () => {
    expect(stepsFor({ ...card(), standing: "died" })).toEqual([
      "who",
      "close",
      "between",
      "use",
      "page",
    ]);
  });

  it("points go from before through the pictures to today and the wish", () => {
    const person: Person = { ...card(), circle: "close", circle_wanted: "very_close" };
    const at = (day: string) => `2026-03-${day}T10:00:00+01:00`;
    const stood = [
      { picture: "a", at: at("01"), shows: "before", ring: "around_me" },
      { picture: "b", at: at("01"), shows: "now", ring: "out_of_touch" },
      { picture: "c", at: at("11"), shows: "now", ring: "around_me" },
    ] as const;
    const points = pointsOf(stood, person, at("21"));
    expect(points.map(({ what, x }) => [what, Math.round(x)])).toEqual([
      ["before", 4],
      ["now", 12],
      ["now", 50],
      ["today", 88],
      ["wanted", 96],
    ]);
    expect(stepsThrough(points)).toBe("M12 87.5H50V62.5H88V37.5");
    expect(pointsOf([], card(), at("21"))).toEqual([]);
  });
});
