import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type Record as Entry } from "../../ipc";
import { fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { router, type RouteOf } from "../../lib/router.svelte";
import { toast } from "../../lib/toast.svelte";
import Screen from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();

function begin(records: Entry[] = sampleJournal()): void {
  fake = fakeBackend({ records });
  standIn(fake);
  toast.hide();
  router.reset();
}
beforeEach(() => begin());

const all = (kind: string) => [...fake.records.values()].filter(({ body }) => body.kind === kind);

function course(at = 0) {
  const found = all("course")[at];
  if (found?.body.kind !== "course") throw new Error("no course");
  return { ...found, body: found.body };
}

async function show(route: RouteOf<"course"> = { name: "course" }): Promise<void> {
  router.go(route);
  render(Screen, { route });
  await screen.findByRole("heading", { name: "Where the course stands" });
  await screen.findByText(/sessions? so far/);
}

describe("the course", () => {
  it("lists its sessions, newest first, each leading to its page", async () => {
    await show();
    const sessions = screen.getByRole("region", { name: "Sessions" });
    const rows = within(sessions).getAllByRole("button", { name: /^Session/ });
    expect(rows[0]?.textContent).toContain("Session 7");
    expect(rows[0]?.textContent).toContain("1 thing to talk about");
    expect(rows).toHaveLength(5);
    await user.click(within(sessions).getByRole("button", { name: "Show all 7" }));
    expect(within(sessions).getAllByRole("button", { name: /^Session/ })).toHaveLength(7);
    await user.click(screen.getByRole("button", { name: /^Session 7/ }));
    expect(router.route).toMatchObject({ name: "session" });
  });

  it("suggests a phase and sets none by itself; goals and own words are kept as a version", async () => {
    const records = sampleJournal();
    for (const { body } of records) if (body.kind === "course") body.phase = null;
    begin(records);
    await show();
    expect(await screen.findByText(/Session 7 of 16 is often part of the middle/)).toBeTruthy();
    expect(course().body.phase).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "Middle" }));
    await user.type(
      screen.getByLabelText("What this is about, in my own words"),
      "It comes at six.",
    );
    await user.click(screen.getByRole("button", { name: "Add a hope" }));
    await user.type(screen.getByLabelText("What you hope for"), "Quiet evenings");
    await user.click(screen.getByRole("button", { name: "Done for now" }));
    await waitFor(() =>
      expect(course().body).toMatchObject({
        phase: "middle",
        formulation: "It comes at six.",
        hopes: [{ what: "Quiet evenings", near: null }],
        therapist: "Dr. Okafor",
      }),
    );
  });

  it("plans the next session by the rhythm when none is planned", async () => {
    const records = sampleJournal();
    for (const { body } of records)
      if (body.kind === "session" && body.status === "planned") body.status = "held";
    begin(records);
    await show();
    await user.click(screen.getByRole("button", { name: "Plan the next one" }));
    await screen.findByRole("button", { name: /^Session 8/ });
    expect(all("session")).toHaveLength(8);
  });
});

describe("the ending", () => {
  it("shows the first circle beside the one of today", async () => {
    await show();
    await user.click(screen.getByRole("button", { name: /^The ending What/ }));
    expect(
      await screen.findByRole("heading", { name: "The circle at the beginning and today" }),
    ).toBeTruthy();
    expect(await screen.findByText(/no picture of the circle from before/)).toBeTruthy();
  });

  it("is only after a second look; it calls off what was planned and can be taken back", async () => {
    await show();
    await user.click(screen.getByRole("button", { name: "Finish this course" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByText(/still planned is set to “Cancelled”/)).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Finish this course" }));
    await screen.findByText(/This course is finished/);
    const planned = all("session").filter(
      ({ body }) => body.kind === "session" && body.status === "planned",
    );
    expect(planned).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Take it up again" }));
    expect(screen.getByRole("button", { name: "Finish this course" })).toBeTruthy();
  });

  it("leads to the next course, and the one before stays to read with its sessions", async () => {
    const records = sampleJournal();
    for (const { body } of records) {
      if (body.kind === "course") Object.assign(body, { ended_on: "2026-03-08" });
      if (body.kind === "session") Object.assign(body, { course: null, status: "held" });
    }
    begin(records);
    await show();
    const first = course();
    await user.click(screen.getByRole("button", { name: "Start the next course" }));
    await waitFor(() => expect(all("course")).toHaveLength(2));
    const next = all("course").find(({ id }) => id !== first.id);
    expect(next?.body).toMatchObject({ therapist: "Dr. Okafor", ended_on: null, hopes: [] });
    expect(router.route).toEqual({ name: "course", id: next?.id });
    for (const { body } of all("session")) expect(body).toMatchObject({ course: first.id });
  });
});
