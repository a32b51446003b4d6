import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn } from "../../ipc";
import { BROUGHT_ID, bringAnswer, sampleChoice } from "../../ipc/fake-bring";
import { fakeBackend, sampleJournal } from "../../ipc/fake";
import { toast } from "../../lib/toast.svelte";
import MovingPart from "./MovingPart.svelte";

const user = userEvent.setup();
let fake: ReturnType<typeof fakeBackend>;

function called(name: string): number {
  return fake.calls.filter((command) => command === name).length;
}

beforeEach(() => {
  fake = fakeBackend({ records: sampleJournal() });
  standIn(fake);
  bringAnswer.choice = sampleChoice();
  toast.hide();
  render(MovingPart);
});

describe("bringing in", () => {
  it("shows what was understood before anything is kept", async () => {
    await user.click(screen.getByRole("button", { name: "Bring in a folder" }));
    const dialog = within(await screen.findByRole("dialog", { name: "What was understood" }));
    expect(dialog.getByText("A note: 3")).toBeTruthy();
    expect(dialog.getByText("1 is new and comes in.")).toBeTruthy();
    expect(dialog.getByText("2 are here already and stay as they are.")).toBeTruthy();
    expect(dialog.getByText(/six\.md, line 1: the day or time is not clear/)).toBeTruthy();
    await user.click(dialog.getByRole("button", { name: "Cancel" }));
    expect(called("bringIn")).toBe(0);
    expect(fake.records.has(BROUGHT_ID)).toBe(false);
  });

  it("shows the card for a form with item 9 in it, before and without holding anything up", async () => {
    const choice = sampleChoice();
    if (choice.preview) choice.preview.care = { today: true };
    bringAnswer.choice = choice;
    await user.click(screen.getByRole("button", { name: "Bring in a file" }));
    const dialog = within(await screen.findByRole("dialog", { name: "What was understood" }));
    expect(dialog.getByText(/Thank you for being honest/)).toBeTruthy();
    expect(dialog.getByRole("button", { name: "Bring it in" })).toBeTruthy();
    await user.click(dialog.getByRole("button", { name: /safe right now/ }));
    expect(dialog.queryByText(/Thank you for being honest/)).toBeNull();
  });

  it("keeps it when told to, and can put it into the trash again", async () => {
    await user.click(screen.getByRole("button", { name: "Bring in a file" }));
    await user.click(await screen.findByRole("button", { name: "Bring it in" }));
    expect(fake.records.has(BROUGHT_ID)).toBe(true);
    expect(toast.message?.text).toBe("1 came in.");
    toast.message?.undo?.();
    await expect.poll(() => fake.records.has(BROUGHT_ID)).toBe(false);
    await expect.poll(() => toast.message?.text).toMatch(/in the trash/);
  });

  it("says on which line a bad file is bad, and offers nothing to keep", async () => {
    bringAnswer.choice = { preview: null, refused: { line: 12 } };
    await user.click(screen.getByRole("button", { name: "Bring in a file" }));
    const dialog = within(await screen.findByRole("dialog", { name: "This can’t be brought in" }));
    expect(dialog.getByText(/line 12 .* Nothing was changed/)).toBeTruthy();
    expect(dialog.queryByRole("button", { name: "Bring it in" })).toBeNull();
  });

  it("says nothing when the person thought better of it, and speaks of the file when it fails", async () => {
    bringAnswer.choice = null;
    await user.click(screen.getByRole("button", { name: "Bring in a file" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    fake.fail.bringChoose = "not_allowed";
    await user.click(screen.getByRole("button", { name: "Bring in a file" }));
    expect(await screen.findByText(/What you chose could not be read/)).toBeTruthy();
  });
});

describe("taking everything out", () => {
  it("says what the file holds before it asks where", async () => {
    await user.click(screen.getByRole("button", { name: "Take it out" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Take everything out" }));
    expect(dialog.getByText(/what is “Only me”, private people/)).toBeTruthy();
    expect(called("takeOut")).toBe(0);
    await user.click(dialog.getByRole("button", { name: "Choose where to save" }));
    expect(called("takeOut")).toBe(1);
    expect(toast.message?.text).toBe("The file is where you put it.");
  });
});
