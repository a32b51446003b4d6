import { describe, expect, it } from "vitest";
import type { Speaker, Turn } from "../../ipc";
import { TURNS_MAX } from "../../entry/limits";
import { answering, emptyTurn, hasRoom, inserted, isEmpty, moved, removed, renamed } from "./talk";

const MARCUS: Speaker = { person: "marcus" };
const ANA: Speaker = { person: "ana" };

function talk(...said: string[]): Turn[] {
  return said.map((text) => ({ ...emptyTurn("me"), said: text }));
}

const words = (turns: Turn[]) => turns.map(({ said }) => said);

describe("the turns of a conversation", () => {
  it("can be added, moved and removed anywhere", () => {
    expect(words(inserted(talk("a", "b"), 1, talk("x")[0]!))).toEqual(["a", "x", "b"]);
    expect(words(moved(talk("a", "b", "c"), 2, -1))).toEqual(["a", "c", "b"]);
    expect(words(moved(talk("a", "b", "c"), 0, 1))).toEqual(["b", "a", "c"]);
    expect(words(removed(talk("a", "b", "c"), 1))).toEqual(["a", "c"]);
  });

  it("stay as they are at the ends", () => {
    expect(words(moved(talk("a", "b", "c"), 0, -1))).toEqual(["a", "b", "c"]);
    expect(words(moved(talk("a", "b"), 1, 1))).toEqual(["a", "b"]);
  });

  it("are at most sixty", () => {
    const full = talk(...Array.from({ length: TURNS_MAX }, String));
    expect(hasRoom(full)).toBe(false);
    expect(inserted(full, 3, emptyTurn("me"))).toHaveLength(TURNS_MAX);
    expect(hasRoom(full.slice(1))).toBe(true);
  });

  it("alternate, also across a silence and with several people", () => {
    const turns = (...speakers: Speaker[]) => speakers.map(emptyTurn);
    expect(answering(turns("me"), 0, MARCUS)).toEqual(MARCUS);
    expect(answering(turns(MARCUS), 0, MARCUS)).toBe("me");
    expect(answering(turns("me", "nobody"), 1, MARCUS)).toEqual(MARCUS);
    expect(answering(turns(MARCUS, ANA, "me"), 2, MARCUS), "Ana spoke last").toEqual(ANA);
    expect(answering(turns("nobody"), 0, MARCUS)).toEqual(MARCUS);
  });

  it("are empty only when nothing stands in any part", () => {
    expect(isEmpty(emptyTurn("me"))).toBe(true);
    expect(isEmpty({ ...emptyTurn("me"), not_said: "x" })).toBe(false);
    expect(isEmpty({ ...emptyTurn("me"), felt: [{ feeling: "sad", strength: null }] })).toBe(false);
  });

  it("keep their words when it becomes known who spoke", () => {
    const turns = [emptyTurn("other"), emptyTurn("me"), emptyTurn(ANA)];
    renamed(turns, "other", MARCUS);
    expect(turns.map(({ speaker }) => speaker)).toEqual([MARCUS, "me", ANA]);
  });
});
