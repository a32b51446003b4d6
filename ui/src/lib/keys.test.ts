import { beforeEach, describe, expect, it } from "vitest";
import { DOUBLE_ESC_MS, Keys } from "./keys";

let keys: Keys;
beforeEach(() => {
  keys = new Keys();
});

function press(key: string, init: KeyboardEventInit & { at?: number } = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, ...init });
  Object.defineProperty(event, "timeStamp", { value: init.at ?? 0 });
  return event;
}

function read(key: string, init: KeyboardEventInit & { at?: number } = {}) {
  return keys.read(press(key, init), "double_esc", 4);
}

describe("keys of the window", () => {
  it("one Esc is left to what is open; two hide", () => {
    expect(read("Escape", { at: 1000 })).toBeNull();
    expect(read("Escape", { at: 1000 + DOUBLE_ESC_MS })).toEqual({ do: "hide" });
  });

  it("two slow Esc, or two with another key between, do not hide", () => {
    read("Escape", { at: 1000 });
    expect(read("Escape", { at: 1001 + DOUBLE_ESC_MS })).toBeNull();
    read("a", { at: 1700 });
    expect(read("Escape", { at: 1750 })).toBeNull();
  });

  it("does not hide on two Esc with a click between them", () => {
    read("Escape", { at: 1000 });
    keys.pointed();
    expect(read("Escape", { at: 1100 })).toBeNull();
    expect(read("Escape", { at: 1200 })).toEqual({ do: "hide" });
  });

  it("holding Esc down is one Esc", () => {
    read("Escape", { at: 1000 });
    expect(read("Escape", { at: 1030, repeat: true })).toBeNull();
  });

  it("one Esc hides when chosen so", () => {
    expect(keys.read(press("Escape"), "single_esc", 4)).toEqual({ do: "hide" });
  });

  it.each([
    ["l", "hide"],
    ["j", "check-in"],
    ["n", "write"],
    ["f", "search"],
    ["/", "keys"],
  ])("Ctrl or ⌘ with %s", (key, command) => {
    expect(read(key, { ctrlKey: true })).toEqual({ do: command });
    expect(read(key, { metaKey: true })).toEqual({ do: command });
    expect(read(key)).toBeNull();
  });

  it("no letter does anything alone", () => {
    for (const key of "abcdefghijklmnopqrstuvwxyzT0123456789?/") expect(read(key), key).toBeNull();
  });

  it("F1 helps; numbers open the sidebar up to its length", () => {
    expect(read("F1")).toEqual({ do: "help" });
    expect(read("2", { ctrlKey: true })).toEqual({ do: "sidebar", place: 2 });
    expect(read("5", { ctrlKey: true })).toBeNull();
    expect(read("0", { ctrlKey: true })).toBeNull();
  });

  it("hides on a keyboard without Latin letters, by the key's place", () => {
    expect(read("д", { ctrlKey: true, code: "KeyL" })).toEqual({ do: "hide" });
    expect(read("n", { ctrlKey: true, code: "KeyL" }), "Dvorak").toEqual({ do: "write" });
  });

  it("leaves AltGr and input methods alone", () => {
    expect(read("l", { ctrlKey: true, altKey: true })).toBeNull();
    expect(read("Escape", { isComposing: true })).toBeNull();
  });
});
