import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type FeelSafe, type PersonCard } from "../ipc";
import { emptyRecord, fakeBackend } from "../ipc/fake";
import { app } from "../lib/app.svelte";
import { router, WRITING } from "../lib/router.svelte";
import { itemsFor, TOOLS } from "./items";
import Palette from "./Palette.svelte";

const ANSWERS: (FeelSafe | null)[] = ["yes", "mostly", "no", "unsure", "prefer_not_to_say", null];

function card(name: string, more: object = {}): PersonCard {
  const record = emptyRecord("person", `id-${name}`);
  Object.assign(record.body, { name, ...more });
  return { record, conflict: false, loss: null };
}

const offered = (typed: string, ...cards: PersonCard[]) => itemsFor(typed, cards);
const labels = (typed: string, ...cards: PersonCard[]) =>
  offered(typed, ...cards).map(({ label }) => label);

describe("what the palette offers", () => {
  it.each(ANSWERS)("about someone it offers tools only on a clear yes: %s", (answer) => {
    const marcus = card("Marcus", { feel_safe: answer });
    for (const typed of ["marcus", "practise marcus", "try marcus", "reaching marcus"]) {
      const tools = offered(typed, marcus).filter(
        ({ route }) => "person" in route && TOOLS.some((tool) => tool === route.name),
      );
      expect(tools.length > 0, `${typed} with ${answer}`).toBe(answer === "yes");
    }
    expect(labels("marcus", marcus), "the page itself is always there").toContain("Marcus");
    expect(labels("marcus", marcus)).toContain("An argument with Marcus");
  });

  it("asks nothing of a closed tool by a clever line: no line for them holds the name", () => {
    const marcus = card("Marcus", { feel_safe: "no" });
    const lines = labels("marcus", marcus).filter((label) => !label.startsWith("Search"));
    expect(lines).toEqual([
      "Marcus",
      "An argument with Marcus",
      "A note about Marcus",
      "A contact with Marcus",
      "A moment with Marcus",
    ]);
  });

  it("offers no talk with someone who has died", () => {
    const ruth = card("Ruth (Mom)", { standing: "died", feel_safe: "yes" });
    const kinds = offered("ruth", ruth).map(({ route }) => route.name);
    expect(kinds).toEqual(["person", "grief", "memory", "note", "journal"]);
  });

  it("finds a name by its beginning, whatever its accents and capitals", () => {
    const [renee, rene] = [card("Renée"), card("René")];
    expect(labels("RENE", renee, rene).slice(0, 2)).toEqual(["Renée", "René"]);
  });

  it("lists everything that can be written or visited while nothing is typed, and no one", () => {
    const all = offered("", card("Marcus", { feel_safe: "yes" }));
    expect(all.some(({ group }) => group === "people" || group === "find")).toBe(false);
    const routes = new Set(all.map(({ route }) => route.name));
    const reached = ["pattern", "past_relationship", "loss", "care"];
    for (const kind of WRITING)
      expect(routes.has(kind) || reached.includes(kind), `${kind} is reached`).toBe(true);
  });

  it("always ends with a search for what was typed", () => {
    expect(labels("  the last bus ")).toEqual(["Search the journal for “the last bus”"]);
    expect(offered("the last bus").at(-1)?.route).toEqual({
      name: "journal",
      search: true,
      find: "the last bus",
    });
  });
});

describe("the open palette", () => {
  beforeEach(() => {
    router.reset();
    app.overlay = "palette";
    standIn(fakeBackend({ records: [card("Marcus", { feel_safe: "yes" }).record] }));
  });

  it("goes by keyboard alone, and closes", async () => {
    const user = userEvent.setup();
    render(Palette);
    const field = await screen.findByRole("combobox");
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard("marc");
    await screen.findByRole("option", { name: "Practise what to say to Marcus" });
    await user.keyboard("{ArrowDown}");
    expect(screen.getByRole("option", { selected: true }).textContent).toBe(
      "An argument with Marcus",
    );
    await user.keyboard("{ArrowUp}{ArrowUp}{Enter}");
    expect(router.route, "up from the first is the last: the search").toEqual({
      name: "journal",
      search: true,
      find: "marc",
    });
    expect(app.overlay).toBeNull();
  });

  it("still goes everywhere else when nobody could be read", async () => {
    const fake = fakeBackend({ records: [] });
    fake.fail.people = "fault";
    standIn(fake);
    render(Palette);
    await userEvent.setup().keyboard("timel");
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toContain(
      "Timeline",
    );
  });
});
