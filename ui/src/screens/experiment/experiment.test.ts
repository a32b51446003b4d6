import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { standIn, type FeelSafe, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../../ipc/fake";
import { today } from "../../lib/dates";
import Screen from "./Screen.svelte";

const DEV = "20000000-0000-4000-8000-000000000005";
const ID = "90000000-0000-4000-8000-000000000001";
let fake: Fake;

async function open(safe: FeelSafe | null | undefined, known: object = {}) {
  const dev = emptyRecord("person", DEV);
  if (dev.body.kind === "person") Object.assign(dev.body, { name: "Dev", feel_safe: safe ?? null });
  const record = emptyRecord("experiment", ID);
  if (safe !== undefined) record.around.people = [DEV];
  Object.assign(record.body, { title: "Text before nine", why: "He asked", ...known });
  fake = fakeBackend({ records: [dev, record] });
  standIn(fake);
  render(Screen, { route: { name: "experiment", id: ID } });
  await screen.findByDisplayValue("Text before nine");
}

const kept = (): Entry["body"] | undefined => (fake.drafts.get(ID) ?? fake.records.get(ID))?.body;

describe("something to try", () => {
  it.each<[FeelSafe | null, boolean]>([
    ["yes", true],
    ["mostly", false],
    ["no", false],
    ["unsure", false],
    ["prefer_not_to_say", false],
    [null, false],
  ])("with someone answered for by %s shows its questions: %s", async (safe, shown) => {
    await open(safe);
    expect(screen.queryByDisplayValue("He asked") !== null).toBe(shown);
    expect(screen.queryByRole("radio", { name: "Planned" }) !== null).toBe(shown);
    expect(screen.queryByRole("button", { name: "Practise this first" }) !== null).toBe(shown);
    expect(screen.queryByText(/with your therapist first/) !== null).toBe(!shown);
  });

  it("is tried today unless another day is said, and going back to an idea takes the day away", async () => {
    const user = userEvent.setup();
    await open(undefined);
    expect(screen.queryByLabelText("What happened?")).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Tried another way" }));
    await screen.findByLabelText("What happened?");
    await waitFor(() => expect(kept()).toMatchObject({ status: "changed", tried_on: today() }));
    await user.click(screen.getByRole("radio", { name: "An idea" }));
    await waitFor(() => expect(kept()).toMatchObject({ status: "idea", tried_on: null }));
  });

  it("can be let go with no reason asked, and nothing is lost", async () => {
    const user = userEvent.setup();
    await open("yes");
    await user.click(screen.getByRole("radio", { name: "Let go" }));
    await screen.findByText("Letting go is a choice, and as good as any other.");
    expect(screen.getByLabelText("Is there anything you would like to keep from it?")).toBeTruthy();
    await waitFor(() => expect(kept()).toMatchObject({ status: "let_go", why: "He asked" }));
  });
});
