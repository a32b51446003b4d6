/** Ways round the question: a tool that is begun from someone's work, and one from which a name was taken out (domain reference D.7). */
import { render, screen } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { Component } from "svelte";
import { standIn, type FeelSafe, type KindName, type Record as Entry } from "../src/ipc";
import { emptyRecord, fakeBackend } from "../src/ipc/fake";
import type { Route } from "../src/lib/router.svelte";
import Experiment from "../src/screens/experiment/Screen.svelte";
import Rehearsal from "../src/screens/rehearsal/Screen.svelte";

const MARCUS = "20000000-0000-4000-8000-000000000001";
const DISPUTE = "90000000-0000-4000-8000-000000000001";
const ARGUMENT = "90000000-0000-4000-8000-000000000002";
const TOOL = "90000000-0000-4000-8000-000000000003";
const ANSWERS: (FeelSafe | null)[] = ["yes", "mostly", "no", "unsure", "prefer_not_to_say", null];
const TOOLS = [
  { kind: "rehearsal", Screen: Rehearsal, holds: { opening_line: "What I would say" } },
  { kind: "experiment", Screen: Experiment, holds: { why: "What I would say" } },
] as const;
const every = TOOLS.flatMap((tool) => ANSWERS.map((answer) => ({ ...tool, answer })));

function filled(kind: KindName, id: string, body: object, people: string[] = []): Entry {
  const record = emptyRecord(kind, id);
  Object.assign(record.body, body);
  record.around.people = people;
  return record;
}

async function open(Screen: unknown, route: Route, records: Entry[], answer: FeelSafe | null) {
  const marcus = filled("person", MARCUS, { name: "Marcus", feel_safe: answer });
  standIn(fakeBackend({ records: [marcus, ...records] }));
  render(Screen as Component<{ route: Route }>, { route });
  await screen.findByRole("button", { name: "Done for now" });
}

/** What closes it stands there exactly when it is closed. */
function closed(): boolean {
  return screen.queryByText("Talk about this with your therapist first.") !== null;
}

describe("a tool that names nobody", () => {
  it.each(every)("$kind begun from a disagreement: $answer", async ({ kind, Screen, answer }) => {
    const dispute = filled("dispute", DISPUTE, { title: "Being late", person: MARCUS });
    await open(Screen, { name: kind, focus: DISPUTE }, [dispute], answer);
    expect(closed()).toBe(answer !== "yes");
    expect(screen.queryByRole("button", { name: "Mostly" }) !== null).toBe(answer === null);
  });

  it.each(every)("$kind, its name taken out: $answer", async ({ kind, Screen, holds, answer }) => {
    const argument = filled("conflict", ARGUMENT, { title: "Late" }, [MARCUS]);
    const tool = filled(kind, TOOL, { title: "Asking", from: ARGUMENT, ...holds });
    await open(Screen, { name: kind, id: TOOL }, [argument, tool], answer);
    expect(closed()).toBe(answer !== "yes");
    expect(screen.queryByDisplayValue("What I would say") !== null).toBe(answer === "yes");
  });
});
