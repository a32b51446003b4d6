import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type Proof } from "../../ipc";
import { FAKE_FOLDER, fakeBackend, type Fake } from "../../ipc/fake";
import ProofScreen from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();

beforeEach(() => {
  fake = fakeBackend();
  standIn(fake);
});

async function show(change: (proof: Proof) => void = () => undefined): Promise<void> {
  const answer = await fake.commands.proof();
  if (answer.status === "error") throw new Error(answer.error.code);
  change(answer.data);
  fake.commands.proof = () => Promise.resolve(answer);
  render(ProofScreen);
  await screen.findByRole("heading", { name: "What is not promised" });
}

describe("how this is kept", () => {
  it("shows the first bytes as they are, every file with its size, and the readable one word for word", async () => {
    await show((proof) => {
      const journal = proof.files.find(({ what }) => what === "journal");
      if (journal) journal.first = [0, 255, 16, 1];
    });
    const hex = screen.getByRole("img", { name: /hexadecimal/ });
    expect([...hex.querySelectorAll("span")].map((each) => each.textContent)).toEqual([
      "00",
      "ff",
      "10",
      "01",
    ]);
    expect(screen.getAllByRole("row").length).toBeGreaterThan(5);
    expect(screen.getByText("v1/data.db")).toBeTruthy();
    expect(document.querySelector("pre")?.textContent).toContain('"theme": "light"');
    expect(screen.getByText(/Made .*, opened again and checked: 312 entries/)).toBeTruthy();
  });

  it("would raise the alarm over a file that is open to read", async () => {
    await show((proof) => {
      const journal = proof.files.find(({ what }) => what === "journal");
      if (journal) journal.first = [...new TextEncoder().encode("SQLite format 3\\0")];
    });
    expect(screen.getByRole("alert").textContent).toContain("not scrambled");
  });

  it("copies a line through the shell, for the chosen kind of computer", async () => {
    await show();
    await user.click(screen.getByRole("radio", { name: "Linux" }));
    await user.click(screen.getByRole("button", { name: "Copy: List the files" }));
    await waitFor(() => expect(fake.safe.copied).toBe(`ls -lR '${FAKE_FOLDER}'`));
    expect(await screen.findByText("Copied")).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Windows" }));
    expect(screen.getByText(/ReadAllBytes/)).toBeTruthy();
  });

  it("says what is wrong when it cannot look, and can try again", async () => {
    fake.fail.proof = "disk";
    render(ProofScreen);
    expect(await screen.findByRole("alert")).toBeTruthy();
    delete fake.fail.proof;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("v1/data.db")).toBeTruthy();
  });
});
