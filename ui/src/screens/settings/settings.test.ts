import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn } from "../../ipc";
import { FAKE_PASSPHRASE, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { app } from "../../lib/app.svelte";
import Settings from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();

beforeEach(async () => {
  fake = fakeBackend({ records: sampleJournal() });
  standIn(fake);
  await app.start();
});

function show(): void {
  render(Settings, { route: { name: "settings" } });
}

function part(name: string): HTMLElement {
  const found = document.getElementById(`settings-${name}`);
  if (!found) throw new Error(name);
  return found;
}

describe("settings", () => {
  it("theme, text size and hide key work at once and are kept", async () => {
    show();
    await user.click(screen.getByRole("radio", { name: "Dark" }));
    expect(document.documentElement.dataset.theme).toBe("dark");
    await user.click(screen.getByRole("radio", { name: "150 percent" }));
    expect(document.documentElement.style.getPropertyValue("--text-scale")).toBe("1.5");
    await user.click(screen.getByRole("radio", { name: "Once" }));
    await waitFor(() =>
      expect(app.prefs).toMatchObject({ theme: "dark", text_size: 150, hide_key: "single_esc" }),
    );
    expect(fake.calls.filter((name) => name === "setPrefs")).toHaveLength(3);
  });

  it("a lock time that could not be kept goes back to what holds", async () => {
    show();
    const select = await screen.findByLabelText<HTMLSelectElement>("Lock after");
    fake.fail.setSettings = "disk_full";
    await user.selectOptions(select, "15 minutes");
    expect(await within(part("privacy")).findByRole("alert")).toBeTruthy();
    await waitFor(() => expect(select.selectedOptions[0]?.textContent).toBe("5 minutes"));
  });

  it("the passphrase changes only with the present one, and a slip is told apart from other trouble", async () => {
    show();
    await user.click(within(part("privacy")).getByRole("button", { name: "Change" }));
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText("Passphrase now"), "not it");
    await user.type(
      within(dialog).getByLabelText("New passphrase"),
      "lantern copper river notebook",
    );
    await user.type(
      within(dialog).getByLabelText("Type it once more"),
      "lantern copper river notebook",
    );
    await user.click(within(dialog).getByRole("button", { name: "Change" }));
    expect((await within(dialog).findByRole("alert")).textContent).toContain(
      "not the present passphrase",
    );
    await user.clear(within(dialog).getByLabelText("Passphrase now"));
    await user.type(within(dialog).getByLabelText("Passphrase now"), FAKE_PASSPHRASE);
    await user.click(within(dialog).getByRole("button", { name: "Change" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("what became of a session is kept", async () => {
    show();
    const seven = await screen.findByRole("radiogroup", { name: "What became of session 7" });
    await user.click(within(seven).getByRole("radio", { name: "Missed" }));
    await waitFor(() => {
      const session = [...fake.records.values()].find(
        ({ body }) => body.kind === "session" && body.number === 7,
      );
      expect(session?.body).toMatchObject({ status: "missed" });
    });
  });

  it("the trash gives back, and deletes only after saying what will be gone", async () => {
    const note = [...fake.records.values()].find(({ body }) => body.kind === "note");
    if (!note) throw new Error("the sample has a note");
    await fake.commands.trashRecord(note.id);
    show();
    await user.click(await within(part("trash")).findByRole("button", { name: "Delete" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("can’t be undone");
    expect(fake.calls).not.toContain("deleteForever");
    await user.click(within(dialog).getByRole("button", { name: "Keep it" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.click(screen.getByRole("button", { name: "Put back" }));
    await waitFor(() => expect(fake.records.has(note.id)).toBe(true));
  });
});
