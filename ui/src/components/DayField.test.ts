import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
// A floating panel has no place in jsdom, so roles do not find what is in it.
import DayField from "./DayField.svelte";
import TimeField from "./TimeField.svelte";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-09T20:02:00") });
});

it("says that no day is chosen, and chooses one by keys alone", async () => {
  const onchange = vi.fn();
  render(DayField, { label: "Day", value: "", onchange });
  const user = userEvent.setup();
  await user.tab();
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Day: Choose a day");
  await user.keyboard("{Enter}");
  await screen.findByLabelText("March 2026");
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("9"));
  await user.keyboard("{ArrowDown}");
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("16"));
  await user.keyboard("{PageDown}");
  await screen.findByLabelText("April 2026");
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("16"));
  await user.keyboard("{Enter}");
  expect(onchange).toHaveBeenCalledWith("2026-04-16");
  expect(screen.getByRole("button").getAttribute("aria-label")).toMatch(/^Day: Thu.*16/);
});

it("offers no day past the last one, and takes a day back where none is an answer", async () => {
  const onchange = vi.fn();
  render(DayField, {
    label: "Day",
    value: "2026-03-08",
    max: "2026-03-09",
    optional: true,
    onchange,
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole("button"));
  const later = await screen.findByLabelText<HTMLButtonElement>(/Mar 10/);
  expect(later.disabled).toBe(true);
  expect(screen.getByLabelText<HTMLButtonElement>("Month after").disabled).toBe(true);
  await user.click(screen.getByText("No day"));
  expect(onchange).toHaveBeenCalledWith("");
});

it("a time is read as people write it, and a problem is said where it is not", async () => {
  const onchange = vi.fn();
  render(TimeField, { label: "Time", value: "", onchange });
  const user = userEvent.setup();
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Time" });
  await user.type(field, "half two{Tab}");
  expect(screen.getByRole("alert").textContent).toContain("2:30 pm");
  expect(field.validity.valid).toBe(false);
  await user.clear(field);
  await user.type(field, "230pm{Tab}");
  expect(onchange).toHaveBeenLastCalledWith("14:30");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(field.value).toBe("2:30 pm");
});
