/** The ways in besides the passphrase: PIN, backup, rescue, beginning anew; and the pause between tries. */
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { standIn } from "../../ipc";
import {
  FAKE_FOLDER,
  FAKE_GROUPS,
  FAKE_PASSPHRASE,
  FAKE_PIN,
  fakeBackend,
  type Fake,
} from "../../ipc/fake";
import { app } from "../../lib/app.svelte";
import { toast } from "../../lib/toast.svelte";
import Unlock from "./Screen.svelte";

let fake: Fake;
let user = userEvent.setup();

beforeEach(async () => {
  user = userEvent.setup();
  fake = fakeBackend({ journal: "locked" });
  standIn(fake);
  app.journal = null;
  app.unlocked = null;
  app.leftClosed = false;
  toast.hide();
  await app.start();
});

async function show(): Promise<void> {
  render(Unlock, { onhelp: vi.fn() });
  await waitFor(() => expect(fake.calls).toContain("quickUnlock"));
}

async function press(name: string | RegExp): Promise<void> {
  await user.click(await screen.findByRole("button", { name }));
}

describe("the PIN", () => {
  it("opens when it is ready, with Enter and without a press before", async () => {
    fake.locks.quick = "ready";
    await show();
    const field = await screen.findByLabelText("PIN");
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard(`${FAKE_PIN}{Enter}`);
    await waitFor(() => expect(app.journal).toBe("open"));
  });

  it("says how many tries are left, and gives way to the passphrase after the last", async () => {
    fake.locks.quick = "ready";
    fake.locks.triesLeft = 3;
    await show();
    await screen.findByLabelText("PIN");
    await user.keyboard("111111{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("After 2 more tries");
    await user.keyboard("111112{Enter}");
    await screen.findByText(/After one more try/);
    await user.keyboard("111113{Enter}");
    expect(await screen.findByText(/The PIN is off now/)).toBeTruthy();
    expect(screen.queryByLabelText("PIN")).toBeNull();
    await user.keyboard(`${FAKE_PASSPHRASE}{Enter}`);
    await waitFor(() => expect(app.journal).toBe("open"));
  });

  it("never takes the place of a passphrase that is being typed", async () => {
    let answer: (() => void) | undefined;
    fake.commands.quickUnlock = async () => {
      await new Promise<void>((done) => (answer = done));
      return { status: "ok", data: "ready" };
    };
    render(Unlock, { onhelp: vi.fn() });
    await user.keyboard("window");
    await waitFor(() => expect(answer).toBeTruthy());
    answer?.();
    expect(await screen.findByRole("button", { name: "Use the PIN" })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Passphrase").value).toBe("window");
  });

  it.each([
    ["passphrase_first", /computer was restarted, or a week went by/],
    ["waiting", /closed and started again/],
  ] as const)("%s asks the passphrase and says why", async (quick, said) => {
    fake.locks.quick = quick;
    await show();
    expect(await screen.findByText(said)).toBeTruthy();
    expect(screen.getByLabelText("Passphrase")).toBeTruthy();
  });
});

describe("the pause between tries", () => {
  it("is counted down, and nothing is tried meanwhile", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    fake.locks.wrong = 5;
    await show();
    await user.keyboard("not it{Enter}");
    expect(await screen.findByRole("button", { name: "Try again in 4 seconds" })).toBeTruthy();
    expect(screen.getByText(/a short pause before the next/)).toBeTruthy();
    await user.keyboard("{Enter}");
    expect(fake.calls.filter((name) => name === "unlock")).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(4100);
    expect(await screen.findByText("You can try again now.")).toBeTruthy();
    await user.keyboard(`${FAKE_PASSPHRASE}{Enter}`);
    await waitFor(() => expect(app.journal).toBe("open"));
  });

  it("holds for a window that has just been drawn anew", async () => {
    fake.locks.wait = 8;
    await show();
    expect(await screen.findByRole("button", { name: "Try again in 8 seconds" })).toBeTruthy();
  });
});

describe("a backup", () => {
  async function choose(): Promise<void> {
    await show();
    await press("Other ways to open");
    await press(/^Open a backup/);
    await press(/^Sat,? (7 March|March 7)|March 7, 2026/);
  }

  it("is looked into before anything changes, then opened", async () => {
    await choose();
    await user.type(await screen.findByLabelText("Passphrase"), FAKE_PASSPHRASE);
    await press("See what is in it");
    expect(await screen.findByText("312 entries")).toBeTruthy();
    expect(screen.getByText("14 people")).toBeTruthy();
    expect(screen.getByText("It is locked, so it can’t be counted.")).toBeTruthy();
    expect(screen.getByText(/set aside, not deleted/)).toBeTruthy();
    expect(fake.calls).not.toContain("restoreBackup");
    await press("Use this backup");
    await waitFor(() => expect(app.journal).toBe("open"));
    expect(fake.safe.asides).toHaveLength(1);
  });

  it("opens with the recovery key as well", async () => {
    await choose();
    await user.click(await screen.findByRole("radio", { name: "A recovery key" }));
    await user.click(screen.getByLabelText("Group 1 of 9"));
    await user.keyboard(FAKE_GROUPS.join(""));
    await press("See what is in it");
    await press("Use this backup");
    await waitFor(() => expect(app.journal).toBe("open"));
  });

  it.each([
    ["wrong_secret", /older passphrase or recovery key/],
    ["not_a_backup", /not a backup of Meantime/],
    ["backup_damaged", /not as it was written/],
    ["newer", /newer Meantime/],
    ["disk_full", /not enough free space/],
    ["disk", /stick or the disk was taken out/],
  ] as const)("%s gets a kind sentence, and nothing is changed", async (code, said) => {
    fake.fail.reviewBackup = code;
    await choose();
    await user.type(await screen.findByLabelText("Passphrase"), "anything");
    await press("See what is in it");
    expect((await screen.findByRole("alert")).textContent).toMatch(said);
    expect(app.journal).toBe("locked");
  });

  it("that cannot be put in place leaves the journal as it was, and says why", async () => {
    fake.fail.restoreBackup = "disk_full";
    await choose();
    await user.type(await screen.findByLabelText("Passphrase"), FAKE_PASSPHRASE);
    await press("See what is in it");
    await press("Use this backup");
    expect((await screen.findByRole("alert")).textContent).toContain("Nothing was changed");
    delete fake.fail.restoreBackup;
    await press("Use this backup");
    await waitFor(() => expect(app.journal).toBe("open"));
  });

  it("can be a file, and thinking better of it changes nothing", async () => {
    fake.safe.backups = [];
    fake.safe.answers = false;
    await show();
    await press("Other ways to open");
    await press(/^Open a backup/);
    expect(await screen.findByText(/No backup is known/)).toBeTruthy();
    await press("Choose a file");
    expect(screen.getByRole("heading", { name: "Open a backup" })).toBeTruthy();
    fake.safe.answers = true;
    await press("Choose a file");
    expect(await screen.findByText(/journal-2026-02-28\.nbk/)).toBeTruthy();
  });
});

describe("a damaged journal", () => {
  beforeEach(() => {
    fake.fail.unlock = "data_damaged";
  });

  it("is looked over by itself, and what is whole is rescued", async () => {
    await show();
    await user.keyboard(`${FAKE_PASSPHRASE}{Enter}`);
    expect(await screen.findByText(/Your passphrase is right/)).toBeTruthy();
    expect((await screen.findByText("Whole:")).parentElement?.textContent).toContain("21 of 23");
    expect(screen.getByText(FAKE_FOLDER)).toBeTruthy();
    expect(fake.calls).not.toContain("rescue");
    await press("Rescue what is whole");
    expect(await screen.findByRole("heading", { name: "The journal is open again" })).toBeTruthy();
    await press("Go to the journal");
    expect(app.journal).toBe("open");
    expect(fake.safe.asides).toHaveLength(1);
  });

  it("asks for the passphrase if only a PIN was typed", async () => {
    fake.locks.quick = "ready";
    fake.fail.unlockWithPin = "data_damaged";
    await show();
    await screen.findByLabelText("PIN");
    await user.keyboard(`${FAKE_PIN}{Enter}`);
    await press("Rescue what is whole");
    await user.type(await screen.findByLabelText("Passphrase"), FAKE_PASSPHRASE);
    await press("Look it over");
    await screen.findByText("Whole:");
    await press("Rescue what is whole");
    await press("Go to the journal");
    expect(app.journal).toBe("open");
  });

  it("offers the newest backup, and opens it by its secret", async () => {
    await show();
    await user.keyboard(`${FAKE_PASSPHRASE}{Enter}`);
    await press(/^Use the backup of/);
    await user.type(await screen.findByLabelText("Passphrase"), FAKE_PASSPHRASE);
    await press("See what is in it");
    expect(await screen.findByText("312 entries")).toBeTruthy();
    expect(fake.calls).toContain("pickBackup");
  });

  it("has no rescue when the keys are gone, only backups and a new beginning", async () => {
    fake.fail.unlock = "header_damaged";
    await show();
    await user.keyboard("anything{Enter}");
    expect(await screen.findByRole("button", { name: /^Use the backup of/ })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Rescue what is whole" })).toBeNull();
    expect(screen.getByRole("button", { name: "Begin anew" })).toBeTruthy();
    expect(fake.calls).not.toContain("lookOver");
  });
});

describe("beginning anew", () => {
  it("says what is kept before it sets the journal aside", async () => {
    await show();
    await press("Other ways to open");
    await press(/^Begin anew/);
    expect(screen.getByText(/set aside, not deleted/)).toBeTruthy();
    expect(fake.calls).not.toContain("beginAnew");
    await press("Set it aside and begin anew");
    await waitFor(() => expect(app.journal).toBe("none"));
  });
});

describe("damage that was met after opening", () => {
  it("leads from the other ways to a look at what is whole", async () => {
    await show();
    await press("Other ways to open");
    await press(/^Rescue what is whole/);
    await user.type(await screen.findByLabelText("Passphrase"), FAKE_PASSPHRASE);
    await press("Look it over");
    expect(await screen.findByText(/of \d+ entries, counting check-ins/)).toBeTruthy();
  });
});
