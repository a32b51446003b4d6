import { beforeEach, describe, expect, it } from "vitest";
import type { Group } from "../ipc";
import { FAKE_GROUPS } from "../ipc/fake";
import { KeyTyping } from "./recovery.svelte";

const KEY = FAKE_GROUPS.join("");
let typing: KeyTyping;

beforeEach(() => {
  typing = new KeyTyping((text): Promise<Group> => {
    if (text === "") return Promise.resolve("empty");
    if (text.length < 4) return Promise.resolve("partial");
    // As the check symbol does: known groups fit, a swap inside one does not.
    return Promise.resolve([...FAKE_GROUPS, "AAAA"].includes(text) ? "good" : "bad");
  });
});

describe("typing a recovery key", () => {
  it("goes on to the next group when one fits, and stays when it does not", async () => {
    expect(await typing.put(0, "7KQM")).toBe(1);
    expect(await typing.put(1, "R2HV")).toBe(1);
    expect(typing.wrong).toEqual({ group: 2, typed: "R2HV" });
    expect(await typing.put(1, "R2VH")).toBe(2);
    expect(typing.wrong).toBeNull();
  });

  it("takes small letters, spaces, dashes and line ends", async () => {
    await typing.put(0, " 7kqm-r2vh\nxd4t ");
    expect(typing.groups.slice(0, 4)).toEqual(["7KQM", "R2VH", "XD4T", ""]);
  });

  it("takes the whole key pasted into the first group", async () => {
    await typing.put(0, KEY);
    expect(typing.whole).toEqual(FAKE_GROUPS);
  });

  it("is not whole while one group is wrong, short or empty", async () => {
    await typing.put(0, KEY);
    await typing.put(3, "9WBP");
    expect(typing.whole).toBeNull();
    expect(typing.wrong?.group).toBe(4);
    await typing.put(3, "9W");
    expect(typing.whole).toBeNull();
    expect(typing.wrong, "half a group is not a mistake yet").toBeNull();
  });

  it("leaves out what is typed past the ninth group", async () => {
    await typing.put(8, "V9GZV9GZ");
    expect(typing.groups[8]).toBe("V9GZ");
    expect(typing.groups).toHaveLength(9);
  });

  it("names a group that fits together but belongs to another key, until it is changed", async () => {
    await typing.put(0, KEY);
    await typing.put(5, "AAAA");
    typing.different = 6;
    expect(typing.wrong).toEqual({ group: 6, typed: "AAAA" });
    await typing.put(5, "3YFN");
    expect(typing.wrong).toBeNull();
  });

  it("clearing leaves nothing", async () => {
    await typing.put(0, KEY);
    typing.clear();
    expect(typing.groups.join("")).toBe("");
    expect(typing.whole).toBeNull();
  });
});
