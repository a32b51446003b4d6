/** A conversation turn by turn: what can be done with its turns. Pure; every change gives a new list. */
import type { Speaker, Turn } from "../../ipc";
import { TURNS_MAX } from "../../entry/limits";

/** An empty turn. */
export function emptyTurn(speaker: Speaker): Turn {
  return { speaker, said: "", meant: "", felt: [], not_said: "", nonverbal: "" };
}

/** Whether nothing stands in it. */
export function isEmpty({ said, meant, felt, not_said: notSaid, nonverbal }: Turn): boolean {
  return [said, meant, notSaid, nonverbal].every((text) => text === "") && felt.length === 0;
}

/** The place of a turn counted from 1 as the record keeps it; none if it is not among them. */
export function placeOf(turns: readonly Turn[], turn: Turn | undefined): number | null {
  const place = turn ? turns.indexOf(turn) : -1;
  return place < 0 ? null : place + 1;
}

/** Whether one more turn fits. */
export function hasRoom(turns: readonly Turn[]): boolean {
  return turns.length < TURNS_MAX;
}

/** The list with a turn at a place; unchanged when it is full. */
export function inserted(turns: readonly Turn[], place: number, turn: Turn): Turn[] {
  return hasRoom(turns) ? turns.toSpliced(place, 0, turn) : [...turns];
}

/** The list without the turn at a place. */
export function removed(turns: readonly Turn[], place: number): Turn[] {
  return turns.toSpliced(place, 1);
}

/** The list with the turn moved up (-1) or down (1); unchanged at the ends. */
export function moved(turns: readonly Turn[], place: number, by: -1 | 1): Turn[] {
  const turn = turns[place];
  const to = place + by;
  if (!turn || to < 0 || to >= turns.length) return [...turns];
  return turns.toSpliced(place, 1).toSpliced(to, 0, turn);
}

/** Who answers the turn at a place: the other side of who spoke last. */
export function answering(turns: readonly Turn[], place: number, other: Speaker): Speaker {
  const before = turns.slice(0, place + 1).map(({ speaker }) => speaker);
  const last = before.findLast((speaker) => speaker !== "nobody");
  if (last !== "me") return last === undefined ? other : "me";
  // With several people, the one who spoke most recently goes on.
  return before.findLast((speaker) => speaker !== "me" && speaker !== "nobody") ?? other;
}

/** Whether two speakers are the same. */
export function sameSpeaker(one: Speaker, other: Speaker): boolean {
  if (typeof one === "object" && typeof other === "object") return one.person === other.person;
  return one === other;
}

/** The turns after someone was chosen or taken out: their words stay, under the right name. */
export function renamed(turns: readonly Turn[], from: Speaker, to: Speaker): void {
  for (const turn of turns) if (sameSpeaker(turn.speaker, from)) turn.speaker = to;
}
