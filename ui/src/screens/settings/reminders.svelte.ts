/** Reminders: when, what they say, and whether the program starts with the computer. */
import { ipc, type ClockTime, type ReminderTimes } from "../../ipc";
import { app } from "../../lib/app.svelte";
import { Work } from "../../lib/work.svelte";

/** The most times besides the evening, as in the journal crate. */
export const MORE = 4;
/** The longest text, in characters, as in the journal crate. */
export const TEXT = 60;

export class ReminderBook {
  text = $state("");
  /** Whether the program starts with the computer; null where it cannot, undefined until known. */
  starts = $state<boolean | null>();
  /** Rows on offer for other times; an empty one is not kept. */
  more = $state<ClockTime[]>([...app.prefs.reminder_times.more]);
  readonly work = new Work();

  get times(): ReminderTimes {
    return app.prefs.reminder_times;
  }

  get on(): boolean {
    return this.times.evening !== null || this.times.more.length > 0;
  }

  async load(): Promise<void> {
    await this.work.run(async () => {
      const [settings, starts] = await Promise.all([ipc.settings(), ipc.startsItself()]);
      this.text = settings.reminder_text;
      this.starts = starts;
    });
  }

  async set(changed: Partial<ReminderTimes>): Promise<void> {
    await this.work.run(async () => {
      await app.setPrefs({ reminder_times: { ...$state.snapshot(this.times), ...changed } });
    });
  }

  async setMore(place: number, clock: string): Promise<void> {
    this.more[place] = clock;
    const more = this.more.filter((time) => time !== "");
    await this.set({ more });
    this.more = [...this.times.more];
  }

  add(): void {
    if (this.more.length < MORE) this.more.push("");
  }

  async say(text: string): Promise<void> {
    await this.work.run(async () => {
      const settings = await ipc.settings();
      await ipc.setSettings({ ...settings, reminder_text: text.trim() });
    });
  }

  async try(): Promise<void> {
    await this.work.run(async () => {
      await ipc.tryReminder();
    });
  }

  async start(on: boolean): Promise<void> {
    const before = this.starts;
    this.starts = on;
    const done = await this.work.run(async () => {
      await ipc.setStartsItself(on);
    });
    if (!done) this.starts = before;
  }
}
