import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { ipc, standIn } from "../../ipc";
import { fakeBackend, type Fake } from "../../ipc/fake";
import { app } from "../../lib/app.svelte";
import ReminderRows from "./ReminderRows.svelte";

let fake: Fake;

async function begun(): Promise<ReturnType<typeof userEvent.setup>> {
  fake = fakeBackend({ records: [] });
  standIn(fake);
  app.prefs = (await ipc.start()).prefs;
  render(ReminderRows);
  await screen.findByRole("textbox", { name: "In the evening" });
  return userEvent.setup();
}

async function put(
  user: ReturnType<typeof userEvent.setup>,
  name: string,
  text: string,
): Promise<void> {
  const field = screen.getByRole("textbox", { name });
  await user.clear(field);
  await user.type(field, `${text}{Tab}`);
}

describe("reminders", () => {
  beforeEach(() => (app.prefs.reminder_times.more = []));

  it("are none unless a time is chosen, and one ends when its time is cleared", async () => {
    const user = await begun();
    expect(screen.queryByRole("textbox", { name: "Quiet from" })).toBeNull();
    await put(user, "In the evening", "8pm");
    await waitFor(() => expect(app.prefs.reminder_times.evening).toBe("20:00"));
    await screen.findByRole("textbox", { name: "Quiet from" });
    await user.clear(screen.getByRole("textbox", { name: "In the evening" }));
    await user.tab();
    await waitFor(() => expect(app.prefs.reminder_times.evening).toBeNull());
    expect(screen.queryByRole("textbox", { name: "Quiet from" })).toBeNull();
  });

  it("takes four more at most, and says where words go", async () => {
    const user = await begun();
    for (const [number, time] of ["9", "10", "11", "12"].entries()) {
      await user.click(screen.getByRole("button", { name: "Add a time" }));
      await put(user, `Another time (${number + 1})`, time);
      await waitFor(() => expect(app.prefs.reminder_times.more).toHaveLength(number + 1));
    }
    expect(screen.queryByRole("button", { name: "Add a time" })).toBeNull();
    await put(user, "What it says", "Tea");
    await waitFor(async () => expect((await ipc.settings()).reminder_text).toBe("Tea"));
    expect(JSON.stringify(app.prefs)).not.toContain("Tea");
  });

  it("starts with the computer only when asked to", async () => {
    const user = await begun();
    await put(user, "In the evening", "20");
    const start = await screen.findByRole("switch", { name: "Start with this computer" });
    expect((start as HTMLInputElement).checked).toBe(false);
    await user.click(start);
    await waitFor(() =>
      expect(fake.calls.some((call) => JSON.stringify(call).includes("setStartsItself"))).toBe(
        true,
      ),
    );
  });
});
