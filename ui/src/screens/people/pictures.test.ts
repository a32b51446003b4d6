import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type Circle, type Record as Entry, type Ring } from "../../ipc";
import { emptyRecord, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { peopleView } from "../../lib/people-view.svelte";
import { router } from "../../lib/router.svelte";
import { toast } from "../../lib/toast.svelte";
import { compare, pictureIn, type Picture } from "../../circle/compare";
import { spotIn, withPosition } from "./layers";
import PeopleScreen from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();
const ANA = "ana";
const JOY = "joy";

beforeEach(() => {
  fake = fakeBackend({ records: sampleJournal().filter(({ body }) => body.kind !== "circle") });
  standIn(fake);
  toast.hide();
  router.reset();
  peopleView.view = "circles";
  peopleView.layer = "now";
  peopleView.chosen = undefined;
});

async function show(): Promise<void> {
  render(PeopleScreen, { route: { name: "people" } });
  await screen.findByRole("radio", { name: "Circles" });
}
const token = (name: string) =>
  screen.getByRole("button", { name: new RegExp(`^\\S*\\s*${name}`) });
const circles = () =>
  [...fake.records.values()].flatMap(({ id, body }) =>
    body.kind === "circle" ? [{ id, circle: body }] : [],
  );
const placed = () =>
  [...fake.records.values()].filter(({ body }) => body.kind === "person" && body.circle).length;
const ringOf = (id: string, name: string) => {
  const person = [...fake.records.values()].find(
    ({ body }) => body.kind === "person" && body.name === name,
  );
  const body = fake.records.get(id)?.body;
  if (body?.kind !== "circle") return undefined;
  return body.positions.find((one) => one.person === person?.id)?.ring ?? null;
};
const picture = (key: string, places: [string, Ring][]): Picture => ({
  key,
  at: "2026-03-09T10:00:00+01:00",
  shows: "now",
  places: new Map(places.map(([id, ring]) => [id, { ring, angle: 0 }])),
  note: "",
});

describe("pictures", () => {
  it("a picture holds everybody who is placed, where they stand after the last move", async () => {
    await show();
    token("Ana").focus();
    await user.keyboard("4");
    await user.click(screen.getByRole("button", { name: "Keep a picture" }));
    await waitFor(() => expect(circles()).toHaveLength(1));
    const [kept] = circles();
    expect(kept!.circle).toMatchObject({ shows: "now", note: "" });
    expect(kept!.circle.positions).toHaveLength(placed());
    expect(ringOf(kept!.id, "Ana")).toBe("out_of_touch");
    toast.message?.undo?.();
    await waitFor(() => expect(circles()).toHaveLength(0));
  });

  it("two are compared in words, and a later move is what differs", async () => {
    await show();
    await user.click(screen.getByRole("button", { name: "Keep a picture" }));
    await waitFor(() => expect(circles()).toHaveLength(1));
    token("Dev").focus();
    await user.keyboard("1");
    token("Joy").focus();
    await user.keyboard("{Delete}");
    await user.click(screen.getByRole("radio", { name: "Over time" }));
    const told = within(await screen.findByRole("complementary", { name: "What moved" }));
    expect(told.getByRole("heading", { name: "Nearer (1)" })).toBeTruthy();
    expect(told.getByText(/Around me → Very close/)).toBeTruthy();
    expect(told.getByRole("heading", { name: "Not in the second (1)" })).toBeTruthy();
    expect(told.getByRole("heading", { name: /In the same ring/ })).toBeTruthy();
    expect(screen.getByRole("img", { name: /in one circle/ })).toBeTruthy();
  });

  it("without a picture there is one thing to do", async () => {
    await show();
    await user.click(screen.getByRole("radio", { name: "Over time" }));
    await user.click(await screen.findByRole("button", { name: "Keep a picture of now" }));
    await screen.findByText("Everybody stands in the same ring in both.");
    expect(circles()[0]!.circle.shows).toBe("now");
  });

  it("a line about a picture is kept with it", async () => {
    await show();
    await user.click(screen.getByRole("button", { name: "Keep a picture" }));
    await waitFor(() => expect(circles()).toHaveLength(1));
    await user.click(screen.getByRole("radio", { name: "Over time" }));
    await user.click(await screen.findByRole("button", { name: /^More for/ }));
    await user.click(await screen.findByText("A line about it", { selector: "[role=menuitem]" }));
    await user.type(await screen.findByRole("textbox"), "After the holidays");
    await user.click(screen.getByRole("button", { name: "Keep it" }));
    await waitFor(() => expect(circles()[0]!.circle.note).toBe("After the holidays"));
  });

  it("says when a picture could not be kept", async () => {
    await show();
    fake.fail.saveRecord = "disk_full";
    await user.click(screen.getByRole("button", { name: "Keep a picture" }));
    expect(await screen.findByText(/disk is full/)).toBeTruthy();
    expect(circles()).toHaveLength(0);
  });
});

describe("as wished and as before", () => {
  it("a wish leaves how it is alone, and can be taken back", async () => {
    await show();
    await user.click(screen.getByRole("radio", { name: "As I’d like it" }));
    expect(token("Dev").textContent).toContain("as it is now");
    token("Dev").focus();
    await user.keyboard("4");
    const dev = () =>
      [...fake.records.values()].find(({ body }) => body.kind === "person" && body.name === "Dev")
        ?.body;
    await waitFor(
      () => expect(dev()).toMatchObject({ circle: "around_me", circle_wanted: "out_of_touch" }),
      { timeout: 2000 },
    );
    await user.keyboard("{Delete}");
    await waitFor(() => expect(dev()).toMatchObject({ circle_wanted: null }), { timeout: 2000 });
  });

  it("what was before is a picture of its own, kept as it is drawn, without touching the cards", async () => {
    await show();
    const cards = JSON.stringify([...fake.records.values()]);
    await user.click(screen.getByRole("radio", { name: "Before" }));
    expect(screen.getByText("Not placed yet")).toBeTruthy();
    token("Dev").focus();
    await user.keyboard("1");
    await waitFor(() => expect(circles()).toHaveLength(1), { timeout: 2000 });
    token("Ana").focus();
    await user.keyboard("2");
    await waitFor(() => expect(ringOf(circles()[0]!.id, "Ana")).toBe("close"), { timeout: 2000 });
    expect(circles()).toHaveLength(1);
    expect(circles()[0]!.circle.shows).toBe("before");
    expect(JSON.stringify([...fake.records.values()].slice(0, -1))).toBe(cards);
  });

  it("drawn again on another day, the earlier picture stays as it was", async () => {
    const earlier: Entry = emptyRecord("circle", "94000000-0000-4000-8000-000000000001");
    earlier.at = "2025-12-01T10:00:00+01:00";
    const dev = [...fake.records.values()].find(
      ({ body }) => body.kind === "person" && body.name === "Dev",
    )!;
    if (earlier.body.kind === "circle")
      Object.assign(earlier.body, {
        shows: "before",
        positions: [{ person: dev.id, ring: "very_close", angle: 5 }],
      });
    fake.records.set(earlier.id, earlier);
    cleanup();
    await show();
    await user.click(screen.getByRole("radio", { name: "Before" }));
    token("Dev").focus();
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(circles()).toHaveLength(2), { timeout: 2000 });
    expect(ringOf(earlier.id, "Dev")).toBe("very_close");
    expect(ringOf(circles()[1]!.id, "Dev")).toBe("close");
  });
});

describe("pure parts", () => {
  it("tells who came nearer, went further, came in, left or stayed", () => {
    const from = picture("a", [
      [ANA, "close"],
      [JOY, "very_close"],
      ["dov", "around_me"],
      ["eli", "close"],
    ]);
    const to = picture("b", [
      [ANA, "very_close"],
      [JOY, "out_of_touch"],
      ["dov", "around_me"],
      ["fay", "close"],
    ]);
    expect(compare(from, to).map(({ id, way }) => `${id} ${way}`)).toEqual([
      "ana nearer",
      "joy further",
      "fay joined",
      "eli left",
      "dov same",
    ]);
  });

  it("only a circle is a picture, and taking someone out leaves the others", () => {
    expect(pictureIn(emptyRecord("note", "x"))).toBeNull();
    const circle: Circle = {
      shows: "before",
      note: "",
      positions: [
        { person: ANA, ring: "close", angle: 1 },
        { person: JOY, ring: "close", angle: 2 },
      ],
    };
    expect(withPosition(circle, ANA, null).positions.map(({ person }) => person)).toEqual([JOY]);
    const card = emptyRecord("person", "x").body;
    if (card.kind !== "person") throw new Error("a card");
    expect(spotIn("before", ANA, card, circle)).toMatchObject({ ring: "close", angle: 1 });
    expect(spotIn("wanted", ANA, { ...card, circle: "close" }, null)).toMatchObject({
      ring: "close",
      asNow: true,
    });
  });
});
