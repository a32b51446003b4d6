import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import { describe, expect, it } from "vitest";
import { openEntry } from "../entry/entry.svelte";
import { standIn, type FeelSafe, type KindName, type Record as Entry } from "../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../ipc/fake";
import type { WritingKind } from "../lib/router.svelte";
import Gate from "./Gate.svelte";

const MARCUS = "20000000-0000-4000-8000-000000000001";
const ANA = "20000000-0000-4000-8000-000000000002";
const ENTRY = "90000000-0000-4000-8000-000000000001";
const DISPUTE = "90000000-0000-4000-8000-000000000002";
const ARGUMENT = "90000000-0000-4000-8000-000000000003";
const ANSWERS: (FeelSafe | null)[] = ["yes", "mostly", "no", "unsure", "prefer_not_to_say", null];
let fake: Fake;

function person(id: string, name: string, more: object): Entry {
  return filled("person", id, { name, ...more });
}

function filled(kind: KindName, id: string, body: object, people: string[] = []): Entry {
  const record = emptyRecord(kind, id);
  Object.assign(record.body, body);
  record.around.people = people;
  return record;
}

async function gate(
  kind: WritingKind,
  records: Entry[],
  { nobody, fail }: { nobody?: "open" | "closed"; fail?: "disk_full" } = {},
) {
  fake = fakeBackend({ records });
  standIn(fake);
  const entry = await openEntry({ name: kind, id: ENTRY });
  if (fail) fake.fail.record = fail;
  const children = createRawSnippet(() => ({ render: () => "<p>The tool</p>" }));
  render(Gate, { entry, children, ...(nobody ? { nobody } : {}) });
  return entry;
}

const open = () => screen.queryByText("The tool") !== null;
const therapistFirst = () => screen.queryByText("Talk about this with your therapist first.");
const question = (name: string) =>
  screen.queryByRole("region", { name: `Do you feel safe raising this with ${name}?` });

describe("the gate", () => {
  it.each(ANSWERS)("opens for someone only on a clear yes: %s", async (answer) => {
    await gate("experiment", [
      person(MARCUS, "Marcus", { feel_safe: answer }),
      filled("experiment", ENTRY, { title: "Say it plainly" }, [MARCUS]),
    ]);
    expect(open()).toBe(answer === "yes");
    expect(therapistFirst() !== null, "support stands where the tool does not").toBe(!open());
    expect(question("Marcus") !== null, "asked while unanswered").toBe(answer === null);
  });

  it.each(ANSWERS)("asks about whom the work is, with nobody named: %s", async (answer) => {
    await gate(
      "experiment",
      [
        person(MARCUS, "Marcus", { feel_safe: answer }),
        filled("dispute", DISPUTE, { title: "Being late", person: MARCUS }),
        filled("experiment", ENTRY, { title: "Say it plainly", focus: DISPUTE }),
      ],
      { nobody: "open" },
    );
    expect(open()).toBe(answer === "yes");
  });

  it.each(ANSWERS)("asks about whom it grew from, two steps back: %s", async (answer) => {
    const rehearsal = "90000000-0000-4000-8000-000000000004";
    await gate(
      "attempt",
      [
        person(MARCUS, "Marcus", { feel_safe: answer }),
        filled("conflict", ARGUMENT, { title: "Late" }, [MARCUS]),
        filled("rehearsal", rehearsal, { title: "What I would say", from: ARGUMENT }),
        filled("attempt", ENTRY, { title: "I called", rehearsal }),
      ],
      { nobody: "open" },
    );
    expect(open()).toBe(answer === "yes");
  });

  it("needs a yes for everyone, and asks for one after the other", async () => {
    const user = userEvent.setup();
    await gate("rehearsal", [
      person(MARCUS, "Marcus", { feel_safe: null }),
      person(ANA, "Ana", { feel_safe: null }),
      filled("rehearsal", ENTRY, { title: "What I would say" }, [MARCUS, ANA]),
    ]);
    await user.click(screen.getByRole("button", { name: "Yes" }));
    await waitFor(() => expect(question("Ana")).not.toBeNull());
    expect(open()).toBe(false);
    expect(question("Ana")?.contains(document.activeElement), "the keyboard follows").toBe(true);
    await user.click(screen.getByRole("button", { name: "Yes" }));
    await waitFor(() => expect(open()).toBe(true));
    const kept = fake.records.get(ANA)?.body;
    expect(kept?.kind === "person" && kept.feel_safe).toBe("yes");
  });

  it("closes again when an answer is taken back", async () => {
    const user = userEvent.setup();
    await gate("rehearsal", [
      person(MARCUS, "Marcus", { feel_safe: "yes" }),
      filled("rehearsal", ENTRY, { title: "What I would say" }, [MARCUS]),
    ]);
    await user.click(screen.getByRole("button", { name: "Change" }));
    await waitFor(() => expect(question("Marcus")).not.toBeNull());
    expect(open()).toBe(false);
  });

  it("with nobody named is as open as its tool says", async () => {
    const entry = await gate("experiment", [filled("experiment", ENTRY, {})], { nobody: "open" });
    expect(open()).toBe(true);
    await entry.leaveBehind();
  });

  it("with nobody named stays closed where the work is always with someone", async () => {
    await gate("dispute", [filled("dispute", ENTRY, {})]);
    expect(open()).toBe(false);
    expect(screen.queryByText(/Say first who this is with/)).not.toBeNull();
  });

  it("stays closed for someone whose card is gone", async () => {
    await gate("experiment", [filled("experiment", ENTRY, {}, [MARCUS])], { nobody: "open" });
    expect(open()).toBe(false);
    expect(therapistFirst()).not.toBeNull();
  });

  it("does not ask about someone who has died", async () => {
    await gate(
      "rehearsal",
      [
        person(MARCUS, "Marcus", { standing: "died" }),
        filled("rehearsal", ENTRY, { title: "What I never said" }, [MARCUS]),
      ],
      { nobody: "open" },
    );
    expect(question("Marcus")).toBeNull();
    expect(open()).toBe(true);
  });

  it("stays closed while it is not known who stands behind the work", async () => {
    const entry = await gate(
      "experiment",
      [
        person(MARCUS, "Marcus", { feel_safe: "yes" }),
        filled("dispute", DISPUTE, { person: MARCUS }),
        filled("experiment", ENTRY, {}),
      ],
      { nobody: "open", fail: "disk_full" },
    );
    expect(open()).toBe(true);
    if (entry.record.body.kind === "experiment") entry.record.body.focus = DISPUTE;
    await waitFor(() => expect(open()).toBe(false));
    const retry = await screen.findByRole("button", { name: "Try again" });
    delete fake.fail.record;
    await userEvent.click(retry);
    await waitFor(() => expect(open(), "a yes for Marcus opens it").toBe(true));
  });
});
