import { render, screen } from "@testing-library/svelte";
import { expect, it } from "vitest";
import { standIn } from "../../ipc";
import { fakeBackend } from "../../ipc/fake";
import { words } from "../../lib/words.svelte";
import About from "./Screen.svelte";

it("names every text that waits for clinical review, as it is shown", () => {
  standIn(fakeBackend());
  render(About);
  const review = screen.getByRole("heading", { name: "Waiting for clinical review" }).parentElement;
  for (const text of [words("transition-tolerance"), words("transition-tolerance-line")])
    expect(review?.textContent).toContain(text);
});
