/** A screen that could not be shown: what it offers for which code. */
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { app } from "../lib/app.svelte";
import ErrorState from "./ErrorState.svelte";

it("offers to lock for the rescue when an open journal turns out damaged", async () => {
  app.journal = "open";
  const lock = vi.spyOn(app, "lock").mockResolvedValue();
  render(ErrorState, { code: "data_damaged", onretry: vi.fn() });
  expect(screen.getByText(/Rescue what is whole/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Lock the journal" }));
  expect(lock).toHaveBeenCalledOnce();
});

it("offers only another try for anything else, and while it is locked", () => {
  app.journal = "open";
  const { unmount } = render(ErrorState, { code: "disk", onretry: vi.fn() });
  expect(screen.queryByRole("button", { name: "Lock the journal" })).toBeNull();
  unmount();
  app.journal = "locked";
  render(ErrorState, { code: "data_damaged", onretry: vi.fn() });
  expect(screen.queryByRole("button", { name: "Lock the journal" })).toBeNull();
});
