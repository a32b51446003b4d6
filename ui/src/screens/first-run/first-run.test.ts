import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { standIn } from "../../ipc";
import { FAKE_GROUPS, FAKE_PASSPHRASE, fakeBackend, type Fake } from "../../ipc/fake";
import { app } from "../../lib/app.svelte";
import FirstRun from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();

beforeEach(async () => {
  fake = fakeBackend({ journal: "none" });
  standIn(fake);
  app.settlingIn = false;
  await app.start();
  render(FirstRun, { onhelp: vi.fn() });
});

async function press(name: string | RegExp): Promise<void> {
  await user.click(await screen.findByRole("button", { name }));
}

async function choose(passphrase: string): Promise<void> {
  await press(/18 or older/);
  await user.type(screen.getByLabelText("Passphrase"), passphrase);
  await user.type(screen.getByLabelText("Type it once more"), passphrase);
  await press("Continue");
}

describe("first run", () => {
  it("first says what this is, what it is not, and for whom", () => {
    const said = document.body.textContent;
    for (const sentence of [
      "A private notebook for your therapy. It is not a treatment, a diagnosis, or a replacement for your therapist.",
      "Nobody monitors what you write. Your therapist sees only what you choose to hand over.",
      "Once you share a file, we cannot take it back.",
      "For adults 18+.",
      "someone who knows your passphrase",
    ])
      expect(said).toContain(sentence);
    expect(fake.calls).not.toContain("createJournal");
  });

  it("takes a weak passphrase only after a second, explicit step", async () => {
    await choose("password");
    expect(await screen.findByText("This passphrase could be guessed.")).toBeTruthy();
    expect(fake.calls).not.toContain("createJournal");
    await press("Use it anyway");
    expect(await screen.findByText("Put your recovery key on paper")).toBeTruthy();
  });

  it("goes on only when the whole recovery key was typed back", async () => {
    await choose(FAKE_PASSPHRASE);
    const go = await screen.findByRole<HTMLButtonElement>("button", { name: "Continue" });
    expect(go.disabled).toBe(true);
    await user.click(screen.getByLabelText("Group 1 of 9"));
    await user.keyboard(FAKE_GROUPS.join(""));
    await waitFor(() => expect(go.disabled).toBe(false));
    expect(fake.calls).toContain("recoveryKeyTyped");
    await user.click(go);
    expect(await screen.findByRole("heading", { name: "You and your sessions" })).toBeTruthy();
  });

  it("can put the key off, and the key leaves the screen", async () => {
    await choose(FAKE_PASSPHRASE);
    await press("I’ll do this later today");
    await screen.findByRole("heading", { name: "You and your sessions" });
    expect(fake.calls).toContain("recoveryKeyLater");
    expect(document.body.textContent).not.toContain(FAKE_GROUPS[0]);
  });

  it("prints only the name and the key", async () => {
    await choose(FAKE_PASSPHRASE);
    await screen.findByText("Put your recovery key on paper");
    const paper = document.querySelector(".paper-only")?.textContent.replaceAll(/\s+/g, " ").trim();
    expect(paper).toBe(`Meantime ${FAKE_GROUPS.join("")}`);
  });

  it("keeps the sessions that were filled in, and opens the journal at the end", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T20:02:00") });
    await choose(FAKE_PASSPHRASE);
    await press("I’ll do this later today");
    await user.type(await screen.findByLabelText("Your therapist’s name"), "Dr. Okafor");
    await press(/^Day: Choose/);
    await user.click(await screen.findByLabelText(/Mar 12, 2026|12 Mar 2026/));
    await user.type(screen.getByLabelText("Time"), "2pm");
    await user.clear(screen.getByLabelText("Number"));
    await user.type(screen.getByLabelText("Number"), "7");
    await press("Continue");
    await screen.findByRole("heading", { name: "Help now, just in case" });
    const kept = [...fake.records.values()];
    const session = kept.find(({ body }) => body.kind === "session");
    expect(session?.at).toMatch(/^2026-03-12T14:00:00/);
    expect(session?.body).toMatchObject({ number: 7, status: "planned" });
    expect(kept.find(({ body }) => body.kind === "course")?.body).toMatchObject({
      therapist: "Dr. Okafor",
      planned_sessions: 16,
    });
    await user.selectOptions(screen.getByLabelText("Country"), "GB");
    expect(await screen.findByText("999")).toBeTruthy();
    await press("Open my journal");
    expect(app.settlingIn).toBe(false);
    expect(app.journal).toBe("open");
    expect(app.prefs.region).toBe("GB");
  });

  it("opens a backup instead, when there is one", async () => {
    await press("Open a backup instead");
    await press("Back");
    await press("Open a backup instead");
    await press(/March 7|7 March/);
    await user.type(await screen.findByLabelText("Passphrase"), FAKE_PASSPHRASE);
    await press("See what is in it");
    expect(await screen.findByText("There is no journal here yet.")).toBeTruthy();
    expect(screen.queryByText(/set aside/)).toBeNull();
    await press("Use this backup");
    await waitFor(() => expect(app.journal).toBe("open"));
    expect(app.settlingIn).toBe(false);
    expect(fake.calls).not.toContain("createJournal");
  });

  it("goes a step back where nothing is lost by it", async () => {
    await press(/18 or older/);
    await user.type(screen.getByLabelText("Passphrase"), "half a pass");
    await press("Back");
    await press(/18 or older/);
    expect(screen.getByLabelText<HTMLInputElement>("Passphrase").value).toBe("");
  });

  it("keeps nothing of a step that was skipped", async () => {
    await choose(FAKE_PASSPHRASE);
    await press("I’ll do this later today");
    await press("Skip this");
    await screen.findByRole("heading", { name: "Help now, just in case" });
    expect(fake.records.size).toBe(0);
  });
});
