/** Settings that keep the journal safe: PIN, new keys, backups, journals set aside, deleting. */
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { standIn } from "../../ipc";
import {
  emptyRecord,
  FAKE_GROUPS,
  FAKE_PASSPHRASE,
  fakeBackend,
  sampleJournal,
  type Fake,
} from "../../ipc/fake";
import { app } from "../../lib/app.svelte";
import { router } from "../../lib/router.svelte";
import { spelling } from "../../lib/spelling.svelte";
import { toast } from "../../lib/toast.svelte";
import Settings from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();
const NEW = "lantern copper river notebook";

beforeEach(async () => {
  fake = fakeBackend({ records: sampleJournal() });
  standIn(fake);
  app.journal = null;
  app.erased = null;
  toast.hide();
  router.reset();
  await app.start();
});

async function show(): Promise<void> {
  render(Settings, { route: { name: "settings" } });
  await screen.findByText("Last backup");
}

async function press(name: string | RegExp, within_?: HTMLElement): Promise<void> {
  const where = within_ ? within(within_) : screen;
  await user.click(await where.findByRole("button", { name }));
}

async function typeKey(): Promise<void> {
  await user.click(await screen.findByLabelText("Group 1 of 9"));
  await user.keyboard(FAKE_GROUPS.join(""));
  await screen.findByText(/It fits/);
}

describe("quick unlock", () => {
  it("turns on only when the dialog is done, with a PIN that is fit and typed twice", async () => {
    await show();
    const toggle = await screen.findByRole<HTMLInputElement>("switch", { name: /Quick unlock/ });
    await user.click(toggle);
    const dialog = await screen.findByRole("dialog");
    expect(toggle.checked).toBe(false);
    await user.type(within(dialog).getByLabelText("Your passphrase"), FAKE_PASSPHRASE);
    await user.type(within(dialog).getByLabelText("PIN"), "1234");
    await press("Turn it on", dialog);
    expect(await within(dialog).findByText("A PIN has 6 to 12 digits.")).toBeTruthy();
    await user.type(within(dialog).getByLabelText("PIN"), "56");
    await user.type(within(dialog).getByLabelText("PIN once more"), "123465");
    expect(within(dialog).getByText("The two are not the same yet.")).toBeTruthy();
    expect(fake.calls).not.toContain("turnOnPin");
    await user.clear(within(dialog).getByLabelText("PIN once more"));
    await user.type(within(dialog).getByLabelText("PIN once more"), "123456");
    await press("Turn it on", dialog);
    await waitFor(() => expect(toggle.checked).toBe(true));
    expect(
      screen.getByText("On. It works once Meantime was closed and started again."),
    ).toBeTruthy();
    expect(fake.locks.pin).toBe("123456");
  });

  it("turns off only with the passphrase", async () => {
    fake.locks.quick = "ready";
    await show();
    await user.click(await screen.findByRole("switch", { name: /Quick unlock/ }));
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText("Your passphrase"), "not it");
    await press("Turn it off", dialog);
    expect((await within(dialog).findByRole("alert")).textContent).toContain("Nothing was changed");
    expect(fake.locks.quick).toBe("ready");
  });

  it("has no switch where there is no keychain, and says so", async () => {
    fake.locks.quick = "unavailable";
    await show();
    expect(await screen.findByText(/has no keychain/)).toBeTruthy();
    expect(screen.queryByRole("switch", { name: /Quick unlock/ })).toBeNull();
  });
});

describe("someone may know the passphrase", () => {
  async function renew(): Promise<HTMLElement> {
    await show();
    await press("Make new keys");
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText("Passphrase now"), FAKE_PASSPHRASE);
    await user.type(within(dialog).getByLabelText("New passphrase"), NEW);
    await user.type(within(dialog).getByLabelText("Type it once more"), NEW);
    await press("Make new keys", dialog);
    return dialog;
  }

  it("makes new keys, shows the new recovery key, and has it typed back", async () => {
    fake.locks.quick = "ready";
    const dialog = await renew();
    expect(
      await within(dialog).findByRole("heading", { name: "The journal has new keys" }),
    ).toBeTruthy();
    // The form that held the keyboard is gone: it is where the news is.
    await waitFor(() =>
      expect(document.activeElement?.textContent).toBe("The journal has new keys"),
    );
    await user.keyboard("{Escape}");
    expect(screen.getByRole("dialog")).toBeTruthy();
    await typeKey();
    await press("Done", dialog);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(document.body.textContent).not.toContain(FAKE_GROUPS[0]);
    expect(fake.locks.passphrase).toBe(NEW);
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>("switch", { name: /Quick/ }).checked).toBe(false),
    );
  });

  it("that failed, with the journal closed, goes to the lock screen and says so", async () => {
    fake.commands.renewKeys = () => {
      fake.locks.journal = "locked";
      return Promise.resolve({ status: "error", error: { code: "disk" } });
    };
    await renew();
    await waitFor(() => expect(app.journal).toBe("locked"));
    expect(app.leftClosed).toBe(true);
  });

  it("with a wrong passphrase, puts the keyboard back into its field", async () => {
    fake.fail.renewKeys = "wrong_secret";
    const dialog = await renew();
    await waitFor(() =>
      expect(document.activeElement).toBe(within(dialog).getByLabelText("Passphrase now")),
    );
  });

  it("that failed, with the journal open again, says why and keeps everything", async () => {
    fake.fail.renewKeys = "disk_full";
    const dialog = await renew();
    expect((await within(dialog).findByText(/disk is full/)).textContent).toContain("is safe");
    expect(app.journal).toBe("open");
  });
});

describe("backups", () => {
  it("one can be made now, and says what it holds", async () => {
    fake.safe.last = null;
    await show();
    expect(screen.getByText(/None yet/)).toBeTruthy();
    await press("Back up now");
    expect(await screen.findByText(/opened again and checked\. \d+ entries/)).toBeTruthy();
    expect(toast.message?.text).toContain("opened again and checked");
  });

  it.each([
    [{ here: false, elsewhere: true, synced: false }, /can’t be reached now/],
    [{ here: true, elsewhere: false, synced: false }, /same disk/],
    [{ here: true, elsewhere: true, synced: true }, /also kept on the internet/],
  ])("the second place is told about honestly: %o", async (folder, said) => {
    fake.safe.folder = { path: "/media/stick", ...folder };
    await show();
    expect(screen.getByText("/media/stick")).toBeTruthy();
    expect(screen.getByText(said)).toBeTruthy();
    await press("Forget it");
    await waitFor(() => expect(screen.queryByText("/media/stick")).toBeNull());
  });

  it("a rehearsal opens one, says what is in it, and changes nothing", async () => {
    await show();
    await press(/^Try opening it: .*March 7/);
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText("Passphrase"), "not it");
    await press("Try it", dialog);
    expect((await within(dialog).findByRole("alert")).textContent).toContain("older passphrase");
    await user.clear(within(dialog).getByLabelText("Passphrase"));
    await user.type(within(dialog).getByLabelText("Passphrase"), FAKE_PASSPHRASE);
    await press("Try it", dialog);
    expect(
      await within(dialog).findByText("It opens. 312 entries, 14 people are in it."),
    ).toBeTruthy();
    expect(fake.calls).not.toContain("restoreBackup");
    await press("Done", dialog);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("leads to the review of one before it takes the journal’s place", async () => {
    await show();
    await press(/^Use it: .*March 7/);
    expect(router.route).toEqual({ name: "restore", place: 3 });
  });

  it("a text that was put away comes back, with its older secret if need be", async () => {
    fake.safe.away = emptyRecord("note", "d1");
    fake.safe.awayNeedsSecret = true;
    await show();
    await press("Bring it back");
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText("Passphrase"), FAKE_PASSPHRASE);
    await press("Bring it back", dialog);
    await waitFor(() => expect(fake.drafts.has("d1")).toBe(true));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});

describe("journals set aside", () => {
  beforeEach(() => {
    fake.safe.asides = [{ place: 0, on: "2026-03-01T10:20:00+01:00", bytes: 1_400_000 }];
  });

  it("one can be put back: the open one is set aside and the window locks", async () => {
    await show();
    await press(/^Put back the journal set aside/);
    await press("Put it back", await screen.findByRole("dialog"));
    await waitFor(() => expect(app.journal).toBe("locked"));
    expect(fake.calls).toContain("lock");
  });

  it("one goes only with the passphrase and after it was said what is gone", async () => {
    await show();
    await press(/^Remove the journal set aside/);
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("can’t be undone");
    await user.type(within(dialog).getByLabelText("Passphrase now"), FAKE_PASSPHRASE);
    await press("Remove for good", dialog);
    await waitFor(() => expect(fake.safe.asides).toHaveLength(0));
    await waitFor(() => expect(screen.queryByText("Journals set aside")).toBeNull());
  });
});

describe("deleting", () => {
  it("days: counts what will be gone, then gives a new recovery key", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T20:02:00") });
    await show();
    await press("Choose the days");
    const dialog = await screen.findByRole("dialog");
    const button = within(dialog).getByRole<HTMLButtonElement>("button", {
      name: "Delete for good",
    });
    await user.type(within(dialog).getByLabelText("Passphrase now"), FAKE_PASSPHRASE);
    expect(button.disabled).toBe(true);
    async function choose(field: RegExp, day: RegExp): Promise<void> {
      await press(field, dialog);
      await user.click(await screen.findByLabelText(day));
    }
    await choose(/^First day/, /Mar 9, 2026|9 Mar 2026/);
    await choose(/^Last day/, /Mar 5, 2026|5 Mar 2026/);
    expect(await within(dialog).findByText("The last day comes before the first.")).toBeTruthy();
    expect(button.disabled).toBe(true);
    await choose(/^First day/, /Mar 3, 2026|3 Mar 2026/);
    const gone = [...fake.records.values()].filter(
      ({ at, body }) =>
        at.slice(0, 10) >= "2026-03-03" &&
        at.slice(0, 10) <= "2026-03-05" &&
        !["session", "person", "course"].includes(body.kind),
    ).length;
    expect(gone).toBeGreaterThan(1);
    const before = fake.records.size;
    expect(
      await within(dialog).findByText(new RegExp(`^${gone} entries and check-ins will be gone`)),
    ).toBeTruthy();
    await user.click(button);
    await typeKey();
    expect(fake.records.size).toBe(before - gone);
  });

  it("everything: only with the word and the passphrase, then says which backups are left", async () => {
    await show();
    await press("Delete everything");
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("PDFs and pages you saved");
    expect(dialog.textContent).toContain("1 backup in your backup folder");
    await user.type(within(dialog).getByLabelText("Passphrase now"), FAKE_PASSPHRASE);
    await press("Delete everything now", dialog);
    expect(await within(dialog).findByText("Type the word delete.")).toBeTruthy();
    expect(fake.calls).not.toContain("eraseJournal");
    await user.type(within(dialog).getByLabelText(/^Type delete/), " Delete ");
    await press("Delete everything now", dialog);
    await waitFor(() => expect(app.erased).toHaveLength(1));
    expect(app.journal).toBe("none");
  });
});

describe("spell check", () => {
  it("is off at first, and kept when it is turned on", async () => {
    await spelling.load();
    await show();
    const toggle = screen.getByRole<HTMLInputElement>("switch", { name: /Spell check/ });
    expect(toggle.checked).toBe(false);
    await user.click(toggle);
    await waitFor(() => expect(fake.locks.settings.spell_check).toBe(true));
    expect(fake.locks.settings.lock_after_minutes).toBe(5);
    expect(spelling.on).toBe(true);
    spelling.on = false;
  });
});
