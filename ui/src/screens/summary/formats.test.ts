import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { ipc, standIn, type PageChoices } from "../../ipc";
import { fakeBackend, sampleJournal } from "../../ipc/fake";
import FormatDialog from "./FormatDialog.svelte";

const user = userEvent.setup();
let fake: ReturnType<typeof fakeBackend>;
let choices: PageChoices;

function where(): HTMLButtonElement {
  return screen.getByRole("button", { name: "Choose where to save" });
}

beforeEach(async () => {
  fake = fakeBackend({ records: sampleJournal() });
  standIn(fake);
  choices = (await ipc.pageOffer()).choices;
  render(FormatDialog, { open: true, choices });
  await screen.findByRole("dialog", { name: "Save in another format" });
});

describe("another format", () => {
  it("needs a format and a second look, and nothing is chosen before", async () => {
    const formats = screen.getAllByRole("radio");
    expect(formats).toHaveLength(3);
    expect(formats.some((one) => (one as HTMLInputElement).checked)).toBe(false);
    expect(where().disabled).toBe(true);
    await user.click(screen.getByRole("radio", { name: /spreadsheet/ }));
    expect(where().disabled).toBe(true);
    await user.click(screen.getByRole("checkbox", { name: /without a lock/ }));
    expect(where().disabled).toBe(false);
    await user.click(where());
    expect(fake.calls.at(-1)).toBe("pageSaveAs");
    expect(await screen.findByText(/It has no password/)).toBeTruthy();
  });

  it("speaks of the place when it cannot be written", async () => {
    fake.fail.pageSaveAs = "disk_full";
    await user.click(screen.getByRole("radio", { name: /FHIR/ }));
    await user.click(screen.getByRole("checkbox", { name: /without a lock/ }));
    await user.click(where());
    expect(await screen.findByText(/There is no room for the file there/)).toBeTruthy();
  });
});
