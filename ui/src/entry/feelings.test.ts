import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import FeelingsField from "./FeelingsField.svelte";
import { FAMILIES, FEELINGS } from "./labels";

const user = userEvent.setup();

describe("the feelings picker", () => {
  it("has eight families and the rest, and no feeling twice", () => {
    expect(FAMILIES.filter(({ family }) => family !== "other")).toHaveLength(8);
    expect(new Set(FEELINGS).size).toBe(FEELINGS.length);
  });

  it("finds a word by typing, and a family by its name", async () => {
    render(FeelingsField, { felt: [], label: "Feelings" });
    await user.click(screen.getByRole("button", { name: "Add a feeling" }));
    // The panel is never laid out here, so nothing in it counts as visible.
    const field = await screen.findByLabelText("Type a feeling, or choose");
    await user.type(field, "guilty");
    expect(
      screen
        .getAllByRole("checkbox", { hidden: true })
        .map((box) => box.parentElement?.textContent.trim()),
    ).toEqual(["Embarrassed", "Guilty", "Ashamed"]);
    await user.keyboard("{Enter}");
    screen.getByText("How strong was “Guilty”? 0 to 10, if you like");
    await user.type(field, "furi{Enter}");
    screen.getByRole("button", { name: "Guilty, furious. Change feelings" });
  });
});
