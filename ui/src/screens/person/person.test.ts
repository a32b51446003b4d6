import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { standIn, type Person } from "../../ipc";
import { fakeBackend, sampleJournal, type Fake } from "../../ipc/fake";
import { router } from "../../lib/router.svelte";
import PersonScreen from "./Screen.svelte";

let fake: Fake;
const user = userEvent.setup();
const DEV = "20000000-0000-4000-8000-000000000005";
const MARCUS = "20000000-0000-4000-8000-000000000001";

beforeEach(() => {
  fake = fakeBackend({ records: sampleJournal() });
  standIn(fake);
  router.reset();
  router.go({ name: "people" });
  router.go({ name: "person" });
});

async function show(id?: string): Promise<() => void> {
  const { unmount } = render(PersonScreen, {
    route: id ? { name: "person", id, edit: true } : { name: "person" },
  });
  await screen.findByRole("textbox", { name: "Name" });
  return unmount;
}
const people = () =>
  [...fake.records.values()].flatMap(({ body }) =>
    body.kind === "person" ? [body as Person] : [],
  );
const saves = () => fake.calls.filter((name) => name === "saveRecord").length;
/** Goes to a step of the card by its list. */
const step = (name: string) =>
  user.click(
    within(screen.getByRole("navigation", { name: "Steps of the card" })).getByRole("button", {
      name: new RegExp(`^${name}`),
    }),
  );
const back = () => user.click(screen.getByRole("button", { name: "Back" }));

describe("a card", () => {
  it("needs only a name, and nothing else is chosen", async () => {
    await show();
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" }));
    const chosen = [...document.querySelectorAll("input:checked")].map((input) =>
      input.closest("label")?.textContent.trim(),
    );
    expect(chosen).toEqual(["In my life"]);
    await user.keyboard("Sam");
    await back();
    await waitFor(() => expect(router.route.name).toBe("people"));
    expect(people().at(-1)).toMatchObject({
      name: "Sam",
      relation: null,
      circle: null,
      effect_on_recovery: null,
      feel_safe: null,
      private: false,
    });
    expect(saves()).toBe(1);
    expect(fake.drafts.size).toBe(0);
  });

  it("without a name it waits as a draft, and untouched it leaves no trace", async () => {
    const unmount = await show();
    unmount();
    await waitFor(() => expect(fake.drafts.size).toBe(0));
    expect(people()).toHaveLength(5);
    const again = await show();
    await user.type(screen.getByRole("textbox", { name: "A line about them" }), "From work");
    again();
    await waitFor(() => expect(fake.drafts.size).toBe(1));
    expect(people()).toHaveLength(5);
  });

  it("is kept when it is left by another way, and once only", async () => {
    const unmount = await show(DEV);
    await step("Reaching them");
    await user.type(screen.getByRole("textbox", { name: "Number" }), "555 0100");
    await back();
    await waitFor(() => expect(router.route.name).toBe("people"));
    unmount();
    await waitFor(() =>
      expect(people().find(({ name }) => name === "Dev")?.phone).toBe("555 0100"),
    );
    expect(saves()).toBe(1);
  });

  it("an unchanged card makes no new version", async () => {
    await show(MARCUS);
    await back();
    await waitFor(() => expect(router.route.name).toBe("people"));
    expect(saves()).toBe(0);
  });

  it("stays open and says why when it cannot be kept", async () => {
    fake.fail.saveRecord = "disk_full";
    await show(DEV);
    await step("Reaching them");
    await user.type(screen.getByRole("textbox", { name: "Number" }), "5");
    await back();
    expect(await screen.findByText(/disk is full/)).toBeTruthy();
    expect(router.route.name).toBe("person");
  });

  it("keeps expectations with whether they happen, and drops empty lines", async () => {
    await show(MARCUS);
    await step("What we expect");
    const mine = within(screen.getByRole("group", { name: "What I expect from them" }));
    await user.click(mine.getByRole("button", { name: "Add one" }));
    await user.keyboard("Ask how group was{Enter}");
    const [said, met, matters] = mine.getAllByRole("combobox");
    await user.selectOptions(met!, "partly");
    await user.selectOptions(said!, "no");
    await user.selectOptions(matters!, "3");
    await back();
    await waitFor(() => expect(router.route.name).toBe("people"));
    expect(people().find(({ name }) => name === "Marcus")?.i_expect).toEqual([
      { text: "Ask how group was", met: "partly", said: "no", importance: 3 },
    ]);
  });

  it("someone who died gets a loss", async () => {
    await show(DEV);
    await user.click(screen.getByRole("radio", { name: "Has died" }));
    expect(screen.queryByRole("button", { name: "Feeling safe" })).toBeNull();
    await back();
    await waitFor(() => expect(router.route.name).toBe("people"));
    const losses = [...fake.records.values()].flatMap(({ body }) =>
      body.kind === "loss" ? [body.person] : [],
    );
    expect(losses.filter((person) => person === DEV)).toHaveLength(1);
  });

  it("says that an error happened when it cannot be opened", async () => {
    fake.fail.record = "data_damaged";
    render(PersonScreen, { route: { name: "person", id: DEV, edit: true } });
    expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
  });
});

describe("feeling safe", () => {
  const support = () => screen.queryByText("With Dr. Okafor first");

  it("anything but a clear yes points to support, silence included", async () => {
    await show(MARCUS);
    await step("Feeling safe");
    const group = within(
      screen.getByRole("group", { name: "Do you feel safe raising things with them?" }),
    );
    expect(group.getByRole("checkbox", { name: "Yes" })).toHaveProperty("checked", true);
    expect(support()).toBeNull();
    expect(screen.queryByText(/frightens you/)).toBeNull();
    for (const answer of ["Mostly", "No", "Not sure", "Rather not say"]) {
      await user.click(group.getByRole("checkbox", { name: answer }));
      expect(support(), answer).toBeTruthy();
      expect(
        group.getAllByRole("checkbox").filter((each) => (each as HTMLInputElement).checked),
      ).toHaveLength(1);
    }
    await user.click(group.getByRole("checkbox", { name: "Rather not say" }));
    expect(support()).toBeNull();
    expect(screen.getByText(/someone hurts or frightens you/)).toBeTruthy();
    await user.click(group.getByRole("checkbox", { name: "Yes" }));
    expect(screen.queryByText(/frightens you/)).toBeNull();
  });

  it("leads to Help now", async () => {
    await show(DEV);
    await step("Feeling safe");
    await user.click(screen.getByRole("button", { name: "Help now", hidden: false }));
    expect(router.route.name).toBe("help");
  });
});
