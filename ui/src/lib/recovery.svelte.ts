/**
 * Typing a recovery key: nine groups of four, each checked as soon as it is
 * whole, so that a slip is named while the paper is still at that group.
 */
import { ipc, type Group, type Groups } from "../ipc";

export const GROUPS = 9;
export const GROUP_LENGTH = 4;

type CheckGroup = (text: string) => Promise<Group>;

export class KeyTyping {
  groups = $state<string[]>(Array.from({ length: GROUPS }, () => ""));
  states = $state<Group[]>(Array.from({ length: GROUPS }, () => "empty"));
  /** A group that fits together, but is not the one of this key: 1 to 9. */
  different = $state<number | null>(null);

  readonly #check: CheckGroup;

  constructor(check: CheckGroup = (text) => ipc.checkGroup(text)) {
    this.#check = check;
  }

  /** The whole key, once every group fits together. */
  get whole(): Groups | null {
    return this.states.every((state) => state === "good") && isWhole(this.groups)
      ? this.groups
      : null;
  }

  /** The first group to look at again, 1 to 9, and what stands there. */
  get wrong(): { group: number; typed: string } | null {
    const bad = this.different ?? this.states.indexOf("bad") + 1;
    return bad > 0 ? { group: bad, typed: this.groups[bad - 1] ?? "" } : null;
  }

  /**
   * Takes what was typed or pasted into a group, and lets the rest run on into
   * the next ones. Gives the group to go on with.
   */
  async put(index: number, typed: string): Promise<number> {
    const changed: number[] = [];
    let at = index;
    let rest = symbolsOf(typed);
    do {
      this.groups[at] = rest.slice(0, GROUP_LENGTH);
      changed.push(at);
      rest = rest.slice(GROUP_LENGTH);
      at += 1;
    } while (rest !== "" && at < GROUPS);
    if (this.different !== null && changed.includes(this.different - 1)) this.different = null;
    await Promise.all(changed.map((group) => this.#look(group)));
    const last = changed.at(-1) ?? index;
    return this.states[last] === "good" ? Math.min(last + 1, GROUPS - 1) : last;
  }

  /** Forgets everything typed. */
  clear(): void {
    this.groups = Array.from({ length: GROUPS }, () => "");
    this.states = Array.from({ length: GROUPS }, () => "empty");
    this.different = null;
  }

  async #look(group: number): Promise<void> {
    const text = this.groups[group] ?? "";
    const state = await this.#check(text);
    if (text === this.groups[group]) this.states[group] = state;
  }
}

/** What counts of what was typed: no spaces, dashes and line ends. */
export function symbolsOf(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
}

function isWhole(groups: string[]): groups is Groups {
  return groups.length === GROUPS;
}
