import { fireEvent, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import Chips from "./Chips.svelte";
import PassphraseField from "./PassphraseField.svelte";
import Scale from "./Scale.svelte";
import Writing from "./Writing.svelte";

const user = userEvent.setup();

describe("the 0 to 10 scale", () => {
  it("takes digits, T for ten, and gives the answer back on Backspace", async () => {
    const onchange = vi.fn();
    render(Scale, { label: "Craving", value: null, onchange });
    screen.getByRole("radio", { name: "0" }).focus();
    await user.keyboard("7t0{Backspace}");
    expect(onchange.mock.calls.map(([value]: unknown[]) => value)).toEqual([7, 10, 0, null]);
  });

  it("no answer is no radio checked: silence is not a zero", () => {
    render(Scale, { label: "Craving", value: null });
    expect(screen.getAllByRole<HTMLInputElement>("radio").some(({ checked }) => checked)).toBe(
      false,
    );
  });

  it("Enter goes on, and shortcuts with Ctrl pass", async () => {
    const onenter = vi.fn();
    const onchange = vi.fn();
    render(Scale, { label: "Craving", value: 3, onenter, onchange });
    screen.getByRole("radio", { name: "3" }).focus();
    await user.keyboard("{Control>}4{/Control}{Enter}");
    expect(onchange).not.toHaveBeenCalled();
    expect(onenter).toHaveBeenCalledOnce();
  });

  it("says what its ends mean", () => {
    render(Scale, { label: "Craving", value: null, low: "None", high: "The strongest" });
    expect(screen.getByRole("radio", { name: "0, None" })).toBeTruthy();
    expect(screen.getByRole("radio", { name: "10, The strongest" })).toBeTruthy();
  });
});

describe("chips", () => {
  const options = [
    { key: "home", label: "Home" },
    { key: "work", label: "Work" },
  ];

  it("toggle by mouse and by keyboard", async () => {
    const ontoggle = vi.fn();
    render(Chips, { label: "Where", options, chosen: ["home"], ontoggle });
    await user.click(screen.getByRole("checkbox", { name: "Home" }));
    screen.getByRole("checkbox", { name: "Work" }).focus();
    await user.keyboard(" ");
    expect(ontoggle.mock.calls).toEqual([
      ["home", false],
      ["work", true],
    ]);
  });

  it("take an own word with Enter, and none with Esc", async () => {
    const onown = vi.fn();
    render(Chips, { label: "Where", options, chosen: [], ontoggle: vi.fn(), onown });
    await user.click(screen.getByRole("button", { name: "Other" }));
    await user.keyboard("  the river {Enter}");
    await user.click(screen.getByRole("button", { name: "Other" }));
    await user.keyboard("no{Escape}");
    expect(onown.mock.calls).toEqual([["the river"]]);
  });
});

describe("writing", () => {
  it("is not spell-checked, completed or corrected by anything", () => {
    render(Writing, { value: "", label: "What happened" });
    const area = screen.getByLabelText("What happened");
    expect(area.getAttribute("spellcheck")).toBe("false");
    expect(area.getAttribute("autocomplete")).toBe("off");
  });
});

describe("a passphrase field", () => {
  it("hides until asked, and holds nothing once it is gone", async () => {
    const { unmount } = render(PassphraseField, { label: "Passphrase", value: "" });
    const input = screen.getByLabelText<HTMLInputElement>("Passphrase");
    await fireEvent.input(input, { target: { value: "secret words" } });
    expect(input.type).toBe("password");
    await user.click(screen.getByRole("button", { name: "Show the passphrase" }));
    expect(input.type).toBe("text");
    unmount();
    expect(input.value).toBe("");
  });
});
