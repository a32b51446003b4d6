import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Group } from "../ipc";
import { FAKE_GROUPS } from "../ipc/fake";
import { KeyTyping } from "../lib/recovery.svelte";
import KeyEntry from "./KeyEntry.svelte";

/** Answers a little late, as the shell does. */
async function check(text: string): Promise<Group> {
  await new Promise((done) => setTimeout(done, 5));
  if (text.length < 4) return text === "" ? "empty" : "partial";
  return FAKE_GROUPS.includes(text) ? "good" : "bad";
}

const field = (group: number) =>
  screen.getByRole<HTMLInputElement>("textbox", { name: `Group ${String(group)} of 9` });
const shown = () => Array.from({ length: 9 }, (_, at) => field(at + 1).value);
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

it("holds exactly the nine groups, however fast and with whatever spaces they are typed", async () => {
  const typing = new KeyTyping(check);
  render(KeyEntry, { typing, legend: "Recovery key" });
  const user = userEvent.setup({ delay: null });
  await user.click(field(1));
  await user.keyboard(FAKE_GROUPS.join(" ").toLowerCase() + " ");
  await wait(30);
  expect(shown()).toEqual(FAKE_GROUPS);
  expect(typing.whole).toEqual(FAKE_GROUPS);
});

it("lets a wrong group be typed again after a look at the paper", async () => {
  const typing = new KeyTyping(check);
  render(KeyEntry, { typing, legend: "Recovery key" });
  const user = userEvent.setup({ delay: null });
  await user.click(field(1));
  await user.keyboard("7KQX");
  await wait(1000);
  expect(document.activeElement).toBe(field(1));
  await user.keyboard("7KQM");
  await wait(30);
  expect(shown().slice(0, 2)).toEqual(["7KQM", ""]);
  expect(document.activeElement).toBe(field(2));
});

it("keeps what runs on into the next group, for who does not look up", async () => {
  const typing = new KeyTyping(check);
  render(KeyEntry, { typing, legend: "Recovery key" });
  const user = userEvent.setup({ delay: null });
  await user.click(field(1));
  await user.keyboard("7KQXR2VH");
  await wait(30);
  expect(shown().slice(0, 3)).toEqual(["7KQX", "R2VH", ""]);
  expect(typing.wrong?.group).toBe(1);
});
