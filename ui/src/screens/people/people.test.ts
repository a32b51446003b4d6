import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type Person, type Ring } from "../../ipc";
import { emptyRecord, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { peopleView } from "../../lib/people-view.svelte";
import { router } from "../../lib/router.svelte";
import { toast } from "../../lib/toast.svelte";
import { freeAngle, moved, placeAt, pointOf, spread, type Token } from "../../circle/geometry";
import PeopleScreen from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();

function begin(records = sampleJournal()): void {
  fake = fakeBackend({ records });
  standIn(fake);
  toast.hide();
  router.reset();
  peopleView.view = "circles";
  peopleView.chosen = undefined;
}
beforeEach(() => begin());

async function show(): Promise<void> {
  render(PeopleScreen, { route: { name: "people" } });
  await screen.findByRole("button", { name: /^\S*\s*Marcus/ });
}
function person(name: string): Person {
  const found = [...fake.records.values()].find(
    ({ body }) => body.kind === "person" && body.name === name,
  )?.body;
  if (found?.kind !== "person") throw new Error(name);
  return found;
}
const token = (name: string) =>
  screen.getByRole("button", { name: new RegExp(`^\\S*\\s*${name}`) });
// jsdom has no layout, so a floating menu is never placed and stays invisible there.
const menuItem = (name: string) => screen.findByText(name, { selector: "[role=menuitem]" });
const panel = () => within(screen.getByRole("complementary"));

describe("the circles", () => {
  it("arrows move the chosen person in, out and around, and it is kept once", async () => {
    await show();
    token("Ana").focus();
    const angle = person("Ana").angle ?? 0;
    await user.keyboard("{ArrowUp}");
    expect(screen.getByRole("status", { name: "" })).toBeTruthy();
    await user.keyboard("{ArrowRight}");
    await waitFor(
      () => expect(person("Ana")).toMatchObject({ circle: "very_close", angle: angle + 10 }),
      { timeout: 2000 },
    );
    expect(fake.calls.filter((name) => name === "saveRecord")).toHaveLength(1);
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowLeft}");
    await waitFor(() => expect(person("Ana")).toMatchObject({ circle: "out_of_touch", angle }), {
      timeout: 2000,
    });
  });

  it("says where someone went", async () => {
    await show();
    token("Ana").focus();
    await user.keyboard("{ArrowUp}");
    expect(await screen.findByText("Ana: Very close")).toBeTruthy();
  });

  it("Enter opens the card", async () => {
    await show();
    token("Joy").focus();
    await user.keyboard("{Enter}");
    expect(router.route).toMatchObject({ name: "person" });
  });

  it("a move that still waits is kept when the screen goes", async () => {
    const { unmount } = render(PeopleScreen, { route: { name: "people" } });
    await screen.findByRole("button", { name: /^\S*\s*Marcus/ });
    token("Dev").focus();
    await user.keyboard("{ArrowUp}");
    unmount();
    await waitFor(() => expect(person("Dev").circle).toBe("close"));
  });

  it("marks are in words too", async () => {
    await show();
    expect(token("Marcus").textContent).toContain(
      "Very close, helps, and makes it harder, conflict in the last 30 days",
    );
    expect(token("Ruth").textContent).toContain("has died");
  });

  it("someone without a place waits below, and comes in at the outermost ring", async () => {
    const someone = emptyRecord("person", "92000000-0000-4000-8000-000000000001");
    if (someone.body.kind === "person") someone.body.name = "Sam";
    begin([...sampleJournal(), someone]);
    await show();
    expect(screen.getByText("Not placed yet")).toBeTruthy();
    token("Sam").focus();
    await user.keyboard("{ArrowUp}");
    expect(document.activeElement).toBe(token("Sam"));
    await waitFor(() => expect(person("Sam").circle).toBe("out_of_touch"), { timeout: 2000 });
  });
});

describe("the list and the panel", () => {
  it("the list moves people with a choice", async () => {
    await show();
    await user.click(screen.getByRole("radio", { name: "List" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "How close Dev is" }), "close");
    await waitFor(() => expect(person("Dev").circle).toBe("close"), { timeout: 2000 });
  });

  it("the panel changes closeness and effect", async () => {
    await show();
    await user.click(token("Joy"));
    await user.click(panel().getByRole("radio", { name: "Around me" }));
    await user.click(panel().getByRole("radio", { name: "Both" }));
    await waitFor(
      () =>
        expect(person("Joy")).toMatchObject({ circle: "around_me", effect_on_recovery: "both" }),
      { timeout: 2000 },
    );
  });

  it("shows where a conflict stands only when raising things is safe", async () => {
    await show();
    await panel().findByText("Talking it through");
    begin(
      sampleJournal().map((record) =>
        record.body.kind === "person"
          ? { ...record, body: { ...record.body, feel_safe: "mostly" as const } }
          : record,
      ),
    );
    cleanup();
    await show();
    await panel().findByText(/Late from group/);
    expect(panel().queryByText("Talking it through")).toBeNull();
  });

  it("the trash can be undone", async () => {
    await show();
    await user.click(token("Dev"));
    await user.click(panel().getByRole("button", { name: "More for Dev" }));
    await user.click(await menuItem("Put in the trash"));
    await waitFor(() => expect(() => person("Dev")).toThrow());
    toast.message?.undo?.();
    await waitFor(() => expect(person("Dev").name).toBe("Dev"));
    await screen.findByRole("button", { name: /^\S*\s*Dev/ });
  });

  it("someone who died gets a loss, once, and Undo takes both back", async () => {
    await show();
    await user.click(token("Dev"));
    await user.click(panel().getByRole("button", { name: "More for Dev" }));
    await user.click(await menuItem("Mark as having died"));
    const before = sampleJournal().filter(({ body }) => body.kind === "loss").length;
    const losses = () =>
      [...fake.records.values()].filter(({ body }) => body.kind === "loss").length - before;
    await waitFor(() => expect(losses()).toBe(1));
    expect(person("Dev").standing).toBe("died");
    toast.message?.undo?.();
    await waitFor(() => expect(losses()).toBe(0));
    expect(person("Dev").standing).toBe("current");
  });

  it("says what could not be kept", async () => {
    await show();
    fake.fail.saveRecord = "disk_full";
    await user.click(panel().getByRole("radio", { name: "Close" }));
    expect(await screen.findByText(/disk is full/, {}, { timeout: 2000 })).toBeTruthy();
  });
});

describe("many and none", () => {
  it("with more than twelve people there is a search", async () => {
    await show();
    expect(screen.queryByRole("searchbox")).toBeNull();
    cleanup();
    const more = Array.from({ length: 10 }, (_, index) => {
      const record = emptyRecord(
        "person",
        `93000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      );
      if (record.body.kind === "person")
        Object.assign(record.body, { name: `Friend ${index}`, circle: "around_me" });
      return record;
    });
    begin([...sampleJournal(), ...more]);
    await show();
    await user.type(screen.getByRole("searchbox"), "friend 7");
    expect(screen.queryByRole("button", { name: /^\S*\s*Marcus/ })).toBeNull();
    expect(token("Friend 7")).toBeTruthy();
  });

  it("one name is a start", async () => {
    begin([]);
    render(PeopleScreen, { route: { name: "people" } });
    const name = await screen.findByRole("textbox", { name: "A first name" });
    expect(document.activeElement).toBe(name);
    await user.keyboard("  Marcus  {Enter}");
    await screen.findByRole("button", { name: /^\S*\s*Marcus/ });
    expect(person("Marcus")).toMatchObject({
      circle: null,
      effect_on_recovery: null,
      feel_safe: null,
    });
  });
});

describe("geometry", () => {
  it("a place and its point agree", () => {
    for (const ring of ["very_close", "close", "around_me", "out_of_touch"] satisfies Ring[])
      for (const angle of [0, 90, 200, 359])
        expect(placeAt(pointOf({ ring, angle }))).toEqual({ ring, angle });
    expect(placeAt({ x: 200, y: 50 }).ring).toBe("out_of_touch");
  });

  it("the ends of the rings hold", () => {
    expect(moved("very_close", -1)).toBe("very_close");
    expect(moved("out_of_touch", 1)).toBe("out_of_touch");
    expect(moved(null, -1)).toBe("out_of_touch");
  });

  it("twelve people in one spot are drawn apart, the chosen one where they are", () => {
    const rings: Ring[] = ["close", "around_me", "out_of_touch"];
    const tokens: Token[] = Array.from({ length: 12 }, (_, index) => ({
      id: String(index),
      ring: rings[index % 3] ?? "close",
      angle: 100,
      width: 11,
      height: 11.5,
      rise: 4,
    }));
    const places = spread(tokens, "4");
    expect(places.get("4")?.angle).toBe(100);
    const boxes = tokens.map(({ id }) => pointOf(places.get(id)!));
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1))
        expect(Math.abs(a.x - b.x) >= 11 || Math.abs(a.y - b.y) >= 11.5).toBe(true);
  });

  it("someone new stands in the widest gap", () => {
    expect(freeAngle([0, 90])).toBe(225);
    expect(freeAngle([350])).toBe(170);
  });
});
