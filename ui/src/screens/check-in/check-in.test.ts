import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type CheckIn, type Record as Entry } from "../../ipc";
import { emptyRecord, fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import { toast } from "../../lib/toast.svelte";
import { NO_WORDS, ownWords, toggled } from "../../answers/answers";
import CheckInScreen from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();

beforeEach(() => {
  fake = fakeBackend({ records: sampleJournal() });
  standIn(fake);
  toast.hide();
  router.reset();
  router.go({ name: "check-in" });
});

function show(): void {
  render(CheckInScreen, { route: router.route as { name: "check-in" } });
}

function checkIns(): (Entry & { body: CheckIn })[] {
  return [...fake.records.values()].filter(
    (record): record is Entry & { body: { kind: "check_in" } & CheckIn } =>
      record.body.kind === "check_in",
  );
}

const before = () => sampleJournal().filter(({ body }) => body.kind === "check_in").length;
const opened = () => waitFor(() => expect(screen.getByText("I feel")).toBeTruthy());
const drafts = () => [...fake.drafts.values()];

describe("check-in", () => {
  it("with no one to turn to and a low mood the card comes once it is kept", async () => {
    show();
    await opened();
    await user.keyboard("6");
    const mood = screen.getByRole("radiogroup", { name: /^Mood/ });
    await user.click(within(mood).getByRole("radio", { name: "1" }));
    await user.click(screen.getByRole("checkbox", { name: "No one to turn to" }));
    await user.click(screen.getByRole("button", { name: /^Save/ }));
    await waitFor(() => expect(router.route).toEqual({ name: "help", part: "thoughts" }));
    expect(checkIns()).toHaveLength(before() + 1);
  });

  it("what was between us is kept for each person", async () => {
    show();
    await opened();
    await user.keyboard("3");
    await user.click(screen.getByRole("button", { name: "More questions" }));
    const who = await screen.findByRole("group", { name: "Someone who need not be here" });
    await user.click(within(who).getByRole("checkbox", { name: "Marcus" }));
    await user.click(screen.getByRole("checkbox", { name: "We argued" }));
    await user.click(screen.getByRole("button", { name: /^Save/ }));
    await waitFor(() => expect(checkIns()).toHaveLength(before() + 1));
    const kept = checkIns().find(({ body }) => body.between.length > 0);
    expect(kept?.body.between.map(({ what }) => what)).toEqual(["argued"]);
    expect(kept?.body.with).toEqual([]);
  });

  it("a digit and Enter keep exactly one check-in, with nothing but the number in it", async () => {
    show();
    await user.keyboard("7{Enter}");
    await waitFor(() => expect(router.route.name).toBe("today"));
    expect(checkIns()).toHaveLength(before() + 1);
    const made = checkIns().at(-1);
    const empty = emptyRecord("check_in", made?.id ?? "");
    expect(made?.body).toEqual({ ...empty.body, craving: 7 });
    expect(made?.around).toEqual(empty.around);
    expect(made?.share).toBe("only_me");
    expect(drafts()).toEqual([]);
  });

  it("T is ten and zero counts", async () => {
    show();
    await user.keyboard("t{Enter}");
    await waitFor(() => expect(checkIns().at(-1)?.body.craving).toBe(10));
  });

  it("keeps a number that was typed before the journal answered", async () => {
    show();
    // Not waited for: the record of this check-in is not there yet.
    expect(fake.calls).not.toContain("saveRecord");
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key: "0", bubbles: true, cancelable: true }),
    );
    await tick();
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }),
    );
    await waitFor(() => expect(checkIns().at(-1)?.body.craving).toBe(0));
    expect(checkIns()).toHaveLength(before() + 1);
  });

  it("nothing is chosen before the person chooses", async () => {
    show();
    await opened();
    await user.click(screen.getByRole("button", { name: "More questions" }));
    const chosen = [...document.querySelectorAll<HTMLInputElement>("input:checked")];
    // Only "now" and the length of a ride hold: neither is an answer about the person.
    expect(chosen.map((input) => input.closest("label")?.textContent.trim())).toEqual([
      "Now",
      "15",
    ]);
  });

  it("Enter without a number keeps nothing and says what is missing", async () => {
    show();
    await opened();
    await user.keyboard("{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("Choose a number first");
    expect(checkIns()).toHaveLength(before());
    expect(router.route.name).toBe("check-in");
  });

  it("Esc goes back; an untouched one leaves no trace, a touched one waits as a draft", async () => {
    show();
    await opened();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(router.route.name).toBe("today"));
    expect(drafts()).toEqual([]);
    expect(checkIns()).toHaveLength(before());
  });

  it("what was entered and left waits as a draft, not as a check-in", async () => {
    show();
    await opened();
    await user.keyboard("4{Escape}");
    await waitFor(() => expect(router.route.name).toBe("today"));
    expect(drafts().map(({ body }) => (body.kind === "check_in" ? body.craving : null))).toEqual([
      4,
    ]);
    expect(checkIns()).toHaveLength(before());
    expect(toast.message?.text).toContain("waits");
  });

  it("Esc in the field for an own word only closes the field", async () => {
    show();
    await opened();
    const where = screen.getByRole("group", { name: "Where" });
    await user.click(within(where).getByRole("button", { name: "Other" }));
    await user.keyboard("Car{Escape}");
    expect(router.route.name).toBe("check-in");
  });

  it("goes back to the entry it was opened from", async () => {
    router.reset();
    router.go({ name: "conflict", id: "90000000-0000-4000-8000-000000000001" });
    router.go({ name: "check-in" });
    show();
    await user.keyboard("3{Enter}");
    await waitFor(() => expect(router.route).toMatchObject({ name: "conflict" }));
  });

  it("Undo takes it back", async () => {
    show();
    await user.keyboard("5{Enter}");
    await waitFor(() => expect(checkIns()).toHaveLength(before() + 1));
    toast.message?.undo?.();
    await waitFor(() => expect(checkIns()).toHaveLength(before()));
  });

  it("yes is thanked for before anything else is said, and skipping keeps no answer", async () => {
    show();
    await opened();
    await user.click(screen.getByRole("radio", { name: "Yes" }));
    const notice = await screen.findByText("Thank you for writing this down.");
    expect(notice.closest(".banner")?.textContent.trim()).toMatch(
      /^Thank you for writing this down\..*can be too much now/,
    );
    await user.click(screen.getByRole("radio", { name: "Skip this" }));
    expect(screen.queryByText("Thank you for writing this down.")).toBeNull();
    screen.getByRole("radio", { name: "0, None" }).focus();
    await user.keyboard("2{Enter}");
    await waitFor(() => expect(checkIns().at(-1)?.body).toMatchObject({ craving: 2, used: null }));
  });

  it("from seven on, feeling unwell shows the medical warning", async () => {
    show();
    await opened();
    await user.click(screen.getByRole("button", { name: "More questions" }));
    const scale = within(screen.getByRole("radiogroup", { name: /^Feeling unwell/ }));
    await user.click(scale.getByRole("radio", { name: "6" }));
    expect(screen.queryByText(/emergency care/)).toBeNull();
    await user.click(scale.getByRole("radio", { name: "7" }));
    expect(screen.getByText(/emergency care/)).toBeTruthy();
  });

  it("a failed save keeps everything on the screen", async () => {
    fake.fail.saveRecord = "disk_full";
    show();
    await user.keyboard("6{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("disk is full");
    const number = within(screen.getByRole("radiogroup", { name: /^How strong/ }));
    expect(number.getByRole("radio", { name: "6" })).toHaveProperty("checked", true);
    expect(router.route.name).toBe("check-in");
    delete fake.fail.saveRecord;
    await user.keyboard("{Enter}");
    await waitFor(() => expect(checkIns().at(-1)?.body.craving).toBe(6));
  });

  it("an earlier time is kept with the moment it was entered", async () => {
    show();
    await opened();
    await user.keyboard("5");
    await user.click(screen.getByRole("button", { name: "More questions" }));
    await user.click(screen.getByRole("radio", { name: "Earlier" }));
    const time = screen.getByRole("textbox", { name: "Time" });
    await user.clear(time);
    await user.type(time, "23:59");
    expect(screen.getByText(/not later than now/)).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: "Day" }), "2026-03-08");
    await user.click(screen.getByRole("button", { name: /^Save/ }));
    await waitFor(() => expect(checkIns()).toHaveLength(before() + 1));
    const made = checkIns().at(-1);
    expect(made?.at).toMatch(/^2026-03-08T23:59/);
    expect(made?.body.entered).toMatch(/^2026-03-09T/);
  });

  it("own words come back another time", async () => {
    const earlier = emptyRecord("check_in", "91000000-0000-4000-8000-000000000001");
    if (earlier.body.kind === "check_in")
      Object.assign(earlier.body, { craving: 1, place: { own: "The car" }, substances: ["Wine"] });
    fake.records.set(earlier.id, earlier);
    show();
    expect(await screen.findByRole("checkbox", { name: "The car" })).toHaveProperty(
      "checked",
      false,
    );
  });
});

describe("answers", () => {
  it("nobody stands alone", () => {
    const people = [{ person: "a" }, "people_at_work"];
    expect(toggled(people, "nobody", true, ["nobody"])).toEqual(["nobody"]);
    expect(
      toggled<string | { person: string }>(["nobody"], { person: "a" }, true, ["nobody"]),
    ).toEqual([{ person: "a" }]);
  });

  it("the most used own words come first", () => {
    const at = (place: string): Entry => {
      const record = emptyRecord("check_in", "x");
      if (record.body.kind === "check_in") record.body.place = { own: place };
      return record;
    };
    expect(ownWords([at("Car"), at("Shop"), at("Shop")]).places).toEqual(["Shop", "Car"]);
    expect(ownWords([])).toEqual(NO_WORDS);
  });
});
