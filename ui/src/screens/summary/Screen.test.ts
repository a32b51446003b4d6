import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { standIn, type PageChoices } from "../../ipc";
import { fakeBackend, sampleJournal, type Fake, type FakeOptions } from "../../ipc/fake";
import { textOf } from "./layer";
import Screen from "./Screen.svelte";
import Sheet from "./Sheet.svelte";

let fake: Fake;
const asked: PageChoices[] = [];
const saved: { choices: PageChoices; password: string | null }[] = [];
const user = userEvent.setup();

/** What jsdom has no picture of. */
beforeEach(() => {
  URL.createObjectURL = () => "blob:none";
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function open(options: FakeOptions = { records: sampleJournal() }): Promise<void> {
  fake = fakeBackend(options);
  asked.length = saved.length = 0;
  const { pagePreview, pageSave } = fake.commands;
  fake.commands.pagePreview = (choices) => {
    asked.push(structuredClone(choices));
    return pagePreview(choices);
  };
  fake.commands.pageSave = (choices, password) => {
    saved.push({ choices, password });
    return pageSave(choices, password);
  };
  standIn(fake);
  render(Screen, { route: { name: "summary" } });
  await screen.findByRole("article");
}

function latest(): PageChoices {
  const last = asked.at(-1);
  if (!last) throw new Error("no page was asked for");
  return last;
}

function pageText(): string {
  return screen
    .getAllByRole("article")
    .map((page) => page.textContent)
    .join("");
}

function conflict(): { id: string; title: string } {
  for (const { id, body, share } of fake.records.values())
    if (body.kind === "conflict" && share === "to_bring") return { id, title: body.title };
  throw new Error("the sample journal has no conflict to bring");
}

function wordsOf(title: string): HTMLElement {
  return screen.getByRole("listbox", { name: new RegExp(title) });
}

describe("choosing", () => {
  it("a tick changes the choices, and the page follows", async () => {
    await open();
    const { id, title } = conflict();
    expect(pageText()).toContain(title);
    await user.click(screen.getByRole("checkbox", { name: new RegExp(title) }));
    await waitFor(() => expect(pageText()).not.toContain(title));
    expect(latest().items, "only what was ticked by hand").toEqual([{ item: id, on: false }]);

    await user.click(screen.getByRole("checkbox", { name: "PHQ-9 item 9" }));
    await waitFor(() => expect(latest().item_nine).toBe(false));
    await user.click(screen.getByRole("radio", { name: "Initials" }));
    await waitFor(() => expect(latest().names).toBe("initials"));
    await user.click(screen.getByRole("radio", { name: "Letter" }));
    await waitFor(() => expect(latest().paper).toBe("letter"));
  });

  it("the label is asked for once the keys rest", async () => {
    await open();
    const before = asked.length;
    const label = screen.getByLabelText("My label at the top");
    await fireEvent.input(label, { target: { value: "D" } });
    await fireEvent.input(label, { target: { value: "D." } });
    await waitFor(() => expect(latest().label).toBe("D."));
    expect(asked.length - before, "not for every key").toBe(1);
  });

  it("counts what is “Only me” and never names it", async () => {
    await open();
    const own = [...fake.records.values()].find(
      ({ body, share }) => body.kind === "note" && share === "only_me",
    );
    const title = own?.body.kind === "note" ? own.body.title : "";
    expect(title).not.toBe("");
    expect(screen.getByText(/“Only me”/)).toBeTruthy();
    expect(document.body.textContent).not.toContain(title);
  });

  it("an empty journal still has a page", async () => {
    await open({ records: [] });
    expect(pageText()).toContain("Please read first");
    expect(screen.getByText(/Nothing is marked “To bring”/)).toBeTruthy();
  });

  it("says when the page could not be made, keeps the old one, and nothing can leave", async () => {
    await open();
    fake.fail.pagePreview = "page";
    await user.click(screen.getByRole("checkbox", { name: "Safety plan" }));
    await screen.findByText(/does not show your last change/);
    expect(screen.getAllByRole("article")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Save as PDF" }));
    await new Promise((done) => setTimeout(done, 30));
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("blacking out", () => {
  it("by keyboard: arrows and Space choose words, Enter takes them out, Undo brings them back", async () => {
    await open();
    const { id, title } = conflict();
    const box = wordsOf(title);
    const [first, second] = within(box)
      .getAllByRole("option")
      .map((word) => word.textContent);
    box.focus();
    await user.keyboard(" {Shift>}{ArrowRight}{/Shift}");
    expect(within(box).getAllByRole("option", { selected: true })).toHaveLength(2);
    await user.keyboard("{Enter}");
    await waitFor(() =>
      expect(latest().blackouts).toEqual([{ item: id, words: `${first ?? ""} ${second ?? ""}` }]),
    );
    const black = await within(wordsOf(title)).findByRole("option", { name: /Blacked out/ });
    expect(black.textContent).toBe(`${first ?? ""} ${second ?? ""}`);
    expect(pageText()).not.toContain(`${first ?? ""} ${second ?? ""}`);

    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(latest().blackouts).toEqual([]));
  });

  it("by mouse: a word is clicked, and the black place is clicked to bring it back", async () => {
    await open();
    const { title } = conflict();
    const [word] = within(wordsOf(title)).getAllByRole("option");
    if (!word) throw new Error("no words");
    await user.click(word);
    const [button] = screen.getAllByRole("button", { name: "Black out words" });
    if (!button) throw new Error("no button");
    await user.click(button);
    await waitFor(() => expect(latest().blackouts).toHaveLength(1));
    const [black] = await within(wordsOf(title)).findAllByRole("option", { name: /Blacked out/ });
    if (!black) throw new Error("nothing black");
    await user.click(black);
    await waitFor(() => expect(latest().blackouts).toEqual([]));
  });

  it("without a choice it says how to choose, and takes nothing out", async () => {
    await open();
    const before = asked.length;
    const [button] = screen.getAllByRole("button", { name: "Black out words" });
    if (!button) throw new Error("no button");
    await user.click(button);
    expect(document.activeElement?.getAttribute("role")).toBe("listbox");
    expect(asked).toHaveLength(before);
  });

  it("on the page: a selection within one item offers it, one over two items is refused", async () => {
    await open();
    const { id, title } = conflict();
    select(runWith(title), 0, runWith(title), title.length);
    const button = await screen.findByRole("button", { name: /^Black out(?! words)/ });
    await user.click(button);
    await waitFor(() => expect(latest().blackouts.map((one) => one.item)).toEqual([id]));

    const runs = [...document.querySelectorAll<HTMLElement>("[data-run]")];
    const last = runs.at(-1);
    const inside = runs.find((run) => run.textContent.startsWith("I got home")) ?? runs.at(-8);
    if (!last || !inside) throw new Error("too few words");
    select(inside, 0, last, 3);
    await screen.findByText(/more than one entry/);
    expect(screen.queryByRole("button", { name: /^Black out(?! words)/ })).toBeNull();
  });
});

function runWith(text: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>("[data-run]")].find(
    (run) => run.textContent === text,
  );
  if (!found) throw new Error(`no run ${text}`);
  return found;
}

function select(from: HTMLElement, start: number, to: HTMLElement, end: number): void {
  const [one, other] = [from.firstChild, to.firstChild];
  if (!one || !other) throw new Error("no text");
  document.getSelection()?.setBaseAndExtent(one, start, other, end);
  document.dispatchEvent(new Event("selectionchange"));
}

describe("the text over the picture", () => {
  it("is the layout’s own runs, in order, and the picture is silent", async () => {
    await open();
    const answer = await fake.commands.pagePreview(latest());
    if (answer.status !== "ok") throw new Error("no page");
    const [page] = answer.data.pages;
    if (!page) throw new Error("no page");
    cleanup();
    render(Sheet, { page, first: 0, label: "Page", onblack: () => undefined });
    const article = screen.getByRole("article");
    const spans = [...article.querySelectorAll("[data-run]")].map((span) => span.textContent);
    expect(spans.join("")).toBe(textOf(page.runs).replaceAll("\n", ""));
    expect(within(article).getAllByRole("heading").length).toBeGreaterThan(3);
    const image = article.querySelector("img");
    expect([image?.getAttribute("aria-hidden"), image?.getAttribute("src")]).toEqual([
      "true",
      "blob:none",
    ]);
    expect(article.querySelector("svg"), "the picture is never markup").toBeNull();
  });
});

describe("saving", () => {
  async function dialog(): Promise<HTMLElement> {
    await user.click(screen.getByRole("button", { name: "Save as PDF" }));
    const found = await screen.findByRole("dialog");
    await within(found).findByDisplayValue(/\w+ \w+/);
    return found;
  }

  it("locks the file by default, with the words shown, once more afterwards, then gone", async () => {
    await open();
    const box = await dialog();
    const field = within(box).getByLabelText<HTMLInputElement>("Password for this file");
    const password = field.value;
    expect(password.split(" ")).toHaveLength(5);
    expect(box.textContent).toContain("Notes.pdf");
    expect(box.textContent).toContain("This is not your passphrase");
    await user.click(within(box).getByRole("button", { name: "Choose where to save" }));
    await screen.findByText("Shown one more time");
    expect(saved).toHaveLength(1);
    expect(saved[0]?.password).toBe(password);
    expect(saved[0]?.choices).toEqual(latest());
    expect(document.body.textContent).toContain(password);
    await user.click(screen.getByRole("button", { name: "Done" }));
    await waitFor(() => expect(document.body.innerHTML).not.toContain(password));
  });

  it("needs a second look before it saves without a password", async () => {
    await open();
    const box = await dialog();
    await user.click(within(box).getByRole("switch"));
    await within(box).findByText("Save it without a password?");
    const save = within(box).getByRole<HTMLButtonElement>("button", {
      name: "Choose where to save",
    });
    expect(save.disabled).toBe(true);
    await user.click(save);
    expect(saved).toEqual([]);
    await user.click(within(box).getByRole("button", { name: "Keep the lock" }));
    expect(within(box).getByRole<HTMLInputElement>("switch").checked).toBe(true);

    await user.click(within(box).getByRole("switch"));
    await user.click(within(box).getByRole("button", { name: "Save without a password" }));
    await user.click(within(box).getByRole("button", { name: "Choose where to save" }));
    await waitFor(() => expect(saved.map(({ password }) => password)).toEqual([null]));
    expect((await screen.findByRole("dialog")).textContent).not.toContain("Shown one more time");
  });

  it("refuses a short password of one’s own, and suggests another", async () => {
    await open();
    const box = await dialog();
    const field = within(box).getByLabelText<HTMLInputElement>("Password for this file");
    const first = field.value;
    await user.clear(field);
    await user.type(field, "seven77");
    await user.click(within(box).getByRole("button", { name: "Choose where to save" }));
    await within(box).findByText(/That is short/);
    expect([saved.length, document.activeElement]).toEqual([0, field]);
    await user.click(within(box).getByRole("button", { name: "Suggest another" }));
    await waitFor(() => expect(field.value.split(" ")).toHaveLength(5));
    expect(field.value).not.toBe(first);
  });

  it("says when nothing was saved: cancelled, or failed", async () => {
    await open();
    fake.commands.pageSave = () => Promise.resolve({ status: "ok", data: "cancelled" });
    const box = await dialog();
    await user.click(within(box).getByRole("button", { name: "Choose where to save" }));
    await within(box).findByText(/Nothing was saved/);
    fake.commands.pageSave = () =>
      Promise.resolve({ status: "error", error: { code: "disk_full" } });
    await user.click(within(box).getByRole("button", { name: "Choose where to save" }));
    await within(box).findByText(/no room for the file/);
    expect(within(box).queryByText(/Nothing was saved/)).toBeNull();
  });
});

describe("what I want from this session", () => {
  it("lines are added and moved, and kept with the planned session", async () => {
    await open();
    await user.click(screen.getByRole("button", { name: /^Edit/ }));
    const box = await screen.findByRole("dialog");
    const line = await within(box).findByRole("textbox", { name: "Line 1" });
    const before = (line as HTMLInputElement).value;
    line.focus();
    await user.keyboard("{End}{Enter}");
    await waitFor(() =>
      expect(document.activeElement).toBe(within(box).getByRole("textbox", { name: "Line 2" })),
    );
    await user.keyboard("The quiet hour");
    await user.click(within(box).getByRole("button", { name: "Move line 2 up" }));
    await user.type(within(box).getByLabelText("A line to my therapist"), "I slept badly.");
    await user.click(within(box).getByRole("button", { name: "Done" }));
    await waitFor(() => expect(pageText()).toContain("The quiet hour"));
    const session = [...fake.records.values()].find(
      ({ body }) => body.kind === "session" && body.status === "planned",
    );
    expect(session?.body).toMatchObject({
      agenda: ["The quiet hour", before],
      own_line: "I slept badly.",
    });
  });

  it("what could not be kept stays open", async () => {
    await open();
    fake.fail.saveRecord = "disk_full";
    await user.click(screen.getByRole("button", { name: /^Edit/ }));
    const line = await screen.findByRole("textbox", { name: "Line 1" });
    await user.type(line, " tonight");
    await user.click(screen.getByRole("button", { name: "Done" }));
    await waitFor(() => expect(screen.getAllByText(/disk is full/).length).toBeGreaterThan(0));
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Line 1" }).value).toContain(
      "tonight",
    );
  });

  it("without a planned session it offers to plan one first", async () => {
    await open({
      records: sampleJournal().filter(
        ({ body }) => body.kind !== "session" || body.status !== "planned",
      ),
    });
    await user.click(screen.getByRole("button", { name: /^Write it/ }));
    await user.click(await screen.findByRole("button", { name: "Plan this session" }));
    await screen.findByRole("textbox", { name: "Line 1" });
    const planned = [...fake.records.values()].filter(
      ({ body }) => body.kind === "session" && body.status === "planned",
    );
    expect(planned.map(({ body }) => (body.kind === "session" ? body.number : 0))).toEqual([7]);
  });
});
