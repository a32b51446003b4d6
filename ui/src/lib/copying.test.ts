import { beforeEach, describe, expect, it, vi } from "vitest";
import { standIn } from "../ipc";
import { fakeBackend } from "../ipc/fake";
import { copyOut } from "./copying";
import { toast } from "./toast.svelte";

let copied: string[];

beforeEach(() => {
  copied = [];
  const fake = fakeBackend({ journal: "open" });
  fake.commands.copyText = (text) => {
    copied.push(text);
    return Promise.resolve({ status: "ok", data: null });
  };
  standIn(fake);
  document.body.replaceChildren();
  document.getSelection()?.removeAllRanges();
});

/** What the page does on Ctrl+C or Ctrl+X there; true if the web view's own way was stopped. */
function press(type: "copy" | "cut", at: Element): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  at.addEventListener(type, (it) => copyOut(it as ClipboardEvent), { once: true });
  return !at.dispatchEvent(event);
}

function field(type: string, value: string): HTMLInputElement {
  const made = document.createElement("input");
  made.type = type;
  made.value = value;
  document.body.append(made);
  made.setSelectionRange(2, 6);
  return made;
}

describe("copying out of the window", () => {
  it("goes by way of the shell: what is marked in a field", () => {
    expect(press("copy", field("text", "my notebook"))).toBe(true);
    expect(copied).toEqual([" not"]);
  });

  it("goes by way of the shell: what is marked on the page", () => {
    const line = document.createElement("p");
    line.textContent = "Three days until your next session.";
    document.body.append(line);
    document.getSelection()?.selectAllChildren(line);
    expect(press("copy", line)).toBe(true);
    expect(copied).toEqual(["Three days until your next session."]);
  });

  it("cuts only where one can write", () => {
    const command = vi.fn(() => true);
    Object.assign(document, { execCommand: command });
    const open = field("text", "my notebook");
    press("cut", open);
    expect(command).toHaveBeenCalledWith("delete");
    command.mockClear();
    const shut = field("text", "my notebook");
    shut.readOnly = true;
    press("cut", shut);
    expect(command).not.toHaveBeenCalled();
    expect(copied).toHaveLength(2);
  });

  it("leaves a passphrase and an empty choice alone", () => {
    expect(press("copy", field("password", "window gravel"))).toBe(false);
    const nothing = field("text", "my notebook");
    nothing.setSelectionRange(3, 3);
    expect(press("copy", nothing)).toBe(false);
    expect(copied).toEqual([]);
  });

  it("says so if the system has no clipboard", async () => {
    const fake = fakeBackend({ journal: "open" });
    fake.fail.copyText = "fault";
    standIn(fake);
    press("copy", field("text", "my notebook"));
    await vi.waitFor(() => expect(toast.message?.text).toContain("could not be copied"));
  });
});
