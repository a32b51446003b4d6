import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { standIn, type ErrorCode } from "../../ipc";
import { FAKE_GROUPS, FAKE_PASSPHRASE, fakeBackend, type Fake } from "../../ipc/fake";
import { app } from "../../lib/app.svelte";
import Unlock from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();

beforeEach(() => {
  fake = fakeBackend({ journal: "locked" });
  standIn(fake);
  app.journal = "locked";
});

function show() {
  const onhelp = vi.fn();
  render(Unlock, { onhelp });
  return onhelp;
}

describe("the lock screen", () => {
  it("opens with the passphrase and Enter, without a press before", async () => {
    show();
    await user.keyboard(`${FAKE_PASSPHRASE}{Enter}`);
    await waitFor(() => expect(app.journal).toBe("open"));
  });

  it("says that nothing is lost after a slip, offers to try again, and keeps what was typed", async () => {
    show();
    await user.keyboard("wimdow gravel{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain(
      "Nothing is lost, however many times you try.",
    );
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
    const field = screen.getByLabelText<HTMLInputElement>("Passphrase");
    expect(field.value).toBe("wimdow gravel");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(app.journal).toBe("locked");
  });

  it("does not try an empty passphrase", async () => {
    show();
    await user.keyboard("{Enter}");
    expect(fake.calls).not.toContain("unlock");
  });

  it("says nothing of what the app is for", () => {
    const { container } = render(Unlock, { onhelp: vi.fn() });
    expect(container.textContent).not.toMatch(
      /therap|crav|drink|journal|session|recover(?!y key)/i,
    );
  });

  it.each<[ErrorCode, RegExp]>([
    ["header_damaged", /can’t be opened here/],
    ["data_damaged", /not something you did/],
    ["newer", /newer Meantime/],
    ["in_use", /another window/],
    ["disk_full", /disk is full/],
    ["not_allowed", /folder/],
    ["low_memory", /memory/],
    ["settings_altered", /not opened and not changed/],
  ])("%s gets a calm page of its own, and a way to try again", async (code, sentence) => {
    fake.fail.unlock = code;
    show();
    await user.keyboard("anything{Enter}");
    expect((await screen.findAllByText(sentence)).length).toBeGreaterThan(0);
    expect(screen.getByText("Nothing was changed or deleted by trying.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByLabelText("Passphrase")).toBeTruthy();
  });

  it("opens with the recovery key and a new passphrase", async () => {
    show();
    await user.click(screen.getByRole("button", { name: "Use the recovery key" }));
    await user.click(screen.getByLabelText("Group 1 of 9"));
    await user.keyboard(FAKE_GROUPS.join("").toLowerCase());
    await user.click(screen.getByRole("button", { name: "Continue" }));
    await user.type(screen.getByLabelText("New passphrase"), "lantern copper river notebook");
    await user.type(screen.getByLabelText("Type it once more"), "lantern copper river notebook");
    await user.click(screen.getByRole("button", { name: "Open the journal" }));
    await waitFor(() => expect(app.journal).toBe("open"));
  });

  it("names the group that was mistyped", async () => {
    show();
    await user.click(screen.getByRole("button", { name: "Use the recovery key" }));
    await user.click(screen.getByLabelText("Group 1 of 9"));
    await user.keyboard("7KQMR2VHXD4T9WBP");
    expect(await screen.findByText(/you typed 9WBP/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Continue" }).disabled).toBe(true);
  });

  it("help is one press away", async () => {
    const onhelp = show();
    await user.click(screen.getByRole("button", { name: /Help/ }));
    expect(onhelp).toHaveBeenCalled();
  });
});
