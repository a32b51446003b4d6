import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { standIn } from "../../ipc";
import { emptyRecord, fakeBackend, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import Screen from "./Screen.svelte";

function open(fake: Fake, id?: string) {
  standIn(fake);
  render(Screen, { route: id ? { name: "scale", id } : { name: "scale", scale: "phq-9" } });
}

const question = (text: string) => screen.findAllByRole("radio", { name: new RegExp(text) });

function filled(nine: number) {
  const record = emptyRecord(
    "answers",
    "00000000-0000-4000-8000-0000000000aa",
    "2026-02-01T10:00:00+01:00",
  );
  if (record.body.kind === "answers") {
    record.body.scale = "phq-9";
    record.body.answers = [{ item: "9", value: nine }];
  }
  return record;
}

test("nothing is chosen before, and digits answer one question after the other", async () => {
  const fake = fakeBackend();
  open(fake);
  const all = await screen.findAllByRole<HTMLInputElement>("radio");
  expect(all.some((one) => one.checked)).toBe(false);
  await waitFor(() => expect(document.activeElement).toBe(all[0]));
  await userEvent.keyboard("120");
  const [first] = (await question("Little interest")).filter(
    (one) => (one as HTMLInputElement).checked,
  );
  expect(first?.getAttribute("value")).toBe("1");
  await userEvent.keyboard("{ArrowDown}{ArrowUp}{ArrowUp}{Backspace}");
  const third = (await question("Trouble falling")) as HTMLInputElement[];
  expect(third.some((one) => one.checked)).toBe(false);
  expect(screen.getByText(/2 of 9 answered/)).toBeTruthy();
});

test("the card comes with the answer itself, each time, and goes with it", async () => {
  const fake = fakeBackend();
  open(fake);
  const nine = await question("better off dead");
  await userEvent.click(nine[1] as HTMLElement);
  expect(await screen.findByText(/Thank you for being honest here/)).toBeTruthy();
  expect(screen.queryByText(/call your therapist today, and not wait/)).toBeNull();
  await userEvent.click(nine[0] as HTMLElement);
  expect(screen.queryByText(/Thank you for being honest here/)).toBeNull();
  await userEvent.click(nine[2] as HTMLElement);
  expect(await screen.findByText(/call your therapist today, and not wait/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /safe right now, continue/ }));
  expect(screen.queryByText(/Thank you for being honest here/)).toBeNull();
  await userEvent.click(nine[1] as HTMLElement);
  expect(await screen.findByText(/Thank you for being honest here/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Done" }).disabled).toBe(false);
});

test("an answer that is higher than the time before speaks of today", async () => {
  open(fakeBackend({ records: [filled(0)] }));
  await userEvent.click((await question("better off dead"))[1] as HTMLElement);
  expect(await screen.findByText(/call your therapist today, and not wait/)).toBeTruthy();
});

test("a form that was left with such an answer shows the card when it is opened", async () => {
  const fake = fakeBackend();
  const draft = filled(1);
  fake.drafts.set(draft.id, draft);
  open(fake);
  expect(await screen.findByText(/Thank you for being honest here/)).toBeTruthy();
  expect(screen.getByText("1 of 9")).toBeTruthy();
});

test("what is done is kept as filled, with what was skipped as skipped", async () => {
  const fake = fakeBackend();
  open(fake);
  await screen.findAllByRole("radio");
  await userEvent.click((await question("Little interest"))[3] as HTMLElement);
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(router.route).toEqual({ name: "scales", scale: "phq-9" }));
  const [kept] = [...fake.records.values()];
  const body = kept?.body;
  if (body?.kind !== "answers") throw new Error("no answers were kept");
  expect(body.finished).not.toBeNull();
  expect(body.scores).toEqual([{ id: "total", value: null }]);
});
