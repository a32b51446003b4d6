/** The open palette: what was typed, what fits, and which line is chosen. */
import { ipc, type PersonCard } from "../ipc";
import { itemsFor, type Group, type Item } from "./items";

/** The lines of one group. */
export interface Section {
  group: Group;
  items: Item[];
}

export class Palette {
  typed = $state("");
  /** The chosen line. */
  at = $state(0);
  #cards = $state.raw<PersonCard[]>([]);

  readonly items = $derived(itemsFor(this.typed, this.#cards));
  /** The lines as they stand on the window: group after group. */
  readonly sections = $derived.by(() => {
    const sections: Section[] = [];
    for (const item of this.items) {
      const last = sections.at(-1);
      if (last?.group === item.group) last.items.push(item);
      else sections.push({ group: item.group, items: [item] });
    }
    return sections;
  });

  /** Who there is. Without an answer nobody is offered; everything else still is. */
  async load(): Promise<void> {
    try {
      this.#cards = await ipc.people();
    } catch {
      this.#cards = [];
    }
  }

  /** Something was typed: the first line is the likeliest. */
  type(text: string): void {
    this.typed = text;
    this.at = 0;
  }

  /** The chosen line moves, around the ends. */
  move(by: 1 | -1): void {
    const { length } = this.items;
    if (length > 0) this.at = (this.at + by + length) % length;
  }

  get chosen(): Item | undefined {
    return this.items[this.at];
  }
}
