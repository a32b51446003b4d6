import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { standIn, type Decision, type FeelSafe, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../../ipc/fake";
import { emptyBody } from "../../ipc/fake-empty";
import { router } from "../../lib/router.svelte";
import { addOption, canBeMade, chosenOf, removeOption } from "./options";
import Screen from "./Screen.svelte";

const DEV = "20000000-0000-4000-8000-000000000005";
const ID = "90000000-0000-4000-8000-000000000001";
let fake: Fake;

function decision(...texts: string[]): Decision {
  const body = emptyBody("decision");
  texts.forEach((text, place) => {
    const option = body.options[place];
    if (option) option.text = text;
  });
  return body;
}

async function open(body: Decision, safe?: FeelSafe | null) {
  const record: Entry = { ...emptyRecord("decision", ID), body: { kind: "decision", ...body } };
  const dev = emptyRecord("person", DEV);
  if (dev.body.kind === "person") Object.assign(dev.body, { name: "Dev", feel_safe: safe ?? null });
  if (safe !== undefined) record.around.people = [DEV];
  fake = fakeBackend({ records: [record, dev] });
  standIn(fake);
  render(Screen, { route: { name: "decision", id: ID } });
  await screen.findByLabelText("What are you deciding?");
}

const kept = () => {
  const body = (fake.drafts.get(ID) ?? fake.records.get(ID))?.body;
  return body?.kind === "decision" ? body : undefined;
};
const choices = () => screen.queryByRole("radiogroup", { name: "Which one, for now?" });

describe("the options of a decision", () => {
  it("need two with words before one can be chosen; doing nothing is always among them", () => {
    expect(canBeMade(decision())).toBe(false);
    expect(canBeMade(decision("Move out"))).toBe(false);
    expect(canBeMade(decision("Move out", " "))).toBe(false);
    expect(canBeMade(decision("Move out", "Ask Ana"))).toBe(true);
    expect(chosenOf({ ...decision("Move out"), chosen: 0 })).toBeNull();
  });

  it("keep what is chosen while others come and go, and nothing for now stays last", () => {
    const body = { ...decision("Move out", "Ask Ana"), chosen: 2 };
    expect(chosenOf(body)?.nothing).toBe(true);
    expect(addOption(body)).toBe(2);
    expect(chosenOf(body)?.nothing).toBe(true);
    expect(body.options.at(-1)?.nothing).toBe(true);
    removeOption(body, 2);
    expect(body.chosen).toBe(2);
    body.chosen = 0;
    removeOption(body, 0);
    expect(body.chosen).toBeNull();
  });
});

describe("a decision", () => {
  it("offers a choice only once there is one", async () => {
    const user = userEvent.setup();
    await open(decision("Move out"));
    expect(choices()).toBeNull();
    await user.type(screen.getByRole("textbox", { name: "Option 2" }), "Ask Ana");
    const offered = choices();
    expect(offered).not.toBeNull();
    expect(within(offered!).getAllByRole("radio").length).toBe(3);
    await user.click(within(offered!).getByRole("radio", { name: "Nothing for now" }));
    await waitFor(() => expect(kept()?.chosen).toBe(2));
    expect(screen.queryByRole("button", { name: "Make it something to try" })).toBeNull();
  });

  it.each<[FeelSafe | null, boolean]>([
    ["yes", true],
    ["mostly", false],
    ["no", false],
    ["unsure", false],
    ["prefer_not_to_say", false],
    [null, false],
  ])("about someone answered for by %s leads on to trying: %s", async (safe, shown) => {
    await open({ ...decision("Move out", "Ask Dev"), chosen: 1 }, safe);
    const onward = screen.queryByRole("button", { name: "Make it something to try" });
    expect(onward !== null).toBe(shown);
    expect(screen.queryByText(/with your therapist first/) !== null).toBe(!shown);
    expect(screen.queryByRole("checkbox", { name: "Dev" }) !== null, "whom to ask").toBe(shown);
  });

  it("hands what was chosen on", async () => {
    const user = userEvent.setup();
    await open({ ...decision("Move out", "Ask Ana"), chosen: 1 });
    await user.click(screen.getByRole("button", { name: "Make it something to try" }));
    expect(router.route).toEqual({ name: "experiment", from: ID });
  });
});
