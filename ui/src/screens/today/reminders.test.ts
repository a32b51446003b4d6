import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn } from "../../ipc";
import { fakeBackend, type Fake } from "../../ipc/fake";
import { app } from "../../lib/app.svelte";
import { router } from "../../lib/router.svelte";
import Reminders from "./Reminders.svelte";

let fake: Fake;
const user = userEvent.setup();
const NOTHING = {
  failed_since: [],
  repaired: false,
  one_header_left: false,
  recovery_pending: false,
};

beforeEach(() => {
  fake = fakeBackend();
  standIn(fake);
  app.unlocked = null;
  app.putOff = [];
  router.reset();
});

describe("reminders", () => {
  it("say nothing when nothing is due", async () => {
    const { container } = render(Reminders);
    await waitFor(() => expect(fake.calls).toContain("reminders"));
    expect(container.textContent.trim()).toBe("");
  });

  it("come one at a time, and Later brings the next until the next opening", async () => {
    fake.safe.reminders = { recovery_pending: true, backup: true };
    render(Reminders);
    expect(await screen.findByText(/Your recovery key is not checked yet/)).toBeTruthy();
    expect(screen.queryByText(/no fresh backup/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Later" }));
    expect(await screen.findByText(/no fresh backup/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Later" }));
    expect(screen.queryByRole("status")).toBeNull();
    app.opened(null);
    expect(app.putOff).toEqual([]);
  });

  it("the try of the recovery key is put off to its next date", async () => {
    fake.safe.reminders = { recovery_retest: true };
    render(Reminders);
    await user.click(await screen.findByRole("button", { name: "Not now" }));
    expect(fake.calls).toContain("recoveryRetestLater");
  });

  it("lead to where it can be done", async () => {
    fake.safe.reminders = { backup_failed: true };
    render(Reminders);
    await user.click(await screen.findByRole("button", { name: "See backups" }));
    expect(router.route).toEqual({ name: "settings", part: "backup" });
  });

  it("tries that failed are told with their times until they were read", async () => {
    app.unlocked = {
      ...NOTHING,
      failed_since: ["2026-03-03T22:10:00+01:00", "2026-03-08T23:50:00+01:00"],
    };
    render(Reminders);
    const said = await screen.findByText(/^2 tries to open Meantime did not work/);
    expect(said.textContent).toMatch(/10:10|22:10/);
    expect(said.textContent).toMatch(/11:50|23:50/);
    await user.click(screen.getByRole("button", { name: "All right" }));
    expect(screen.queryByText(/did not work/)).toBeNull();
  });

  it("nothing about keys or backups is ever an alarm", async () => {
    fake.safe.reminders = { backup: true };
    app.unlocked = { ...NOTHING, one_header_left: true, repaired: true };
    render(Reminders);
    await screen.findByText(/no fresh backup/);
    expect(screen.queryByRole("alert")).toBeNull();
    expect(document.querySelector(".stop")).toBeNull();
  });
});
