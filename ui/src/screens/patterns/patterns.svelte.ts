/** The patterns' state: which part of the time, and what the check-ins of it show. */
import { allLeft } from "../../entry/entry.svelte";
import { codeOf, ipc, type ErrorCode, type Patterns, type Span } from "../../ipc";
import { changes } from "../../lib/changes.svelte";

/** How it was last looked at, so that opening an entry and coming back finds the same. */
let last: { span: Span; table: boolean } = { span: "course", table: false };

/** Forgets how it was looked at. */
export function forgetLook(): void {
  last = { span: "course", table: false };
}

export class PatternsView {
  /** What is shown; none before the first answer. */
  patterns = $state.raw<Patterns | null>(null);
  failed = $state.raw<ErrorCode | null>(null);
  table = $state(last.table);

  #asked = 0;

  /** Asks the journal. */
  async load(): Promise<void> {
    await Promise.all([changes.settled(), allLeft()]);
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const patterns = await ipc.patterns(last.span);
      if (asked !== this.#asked) return;
      this.failed = null;
      this.patterns = patterns;
    } catch (error) {
      if (asked === this.#asked) this.failed = codeOf(error);
    }
  }

  /** Counts another part of the time. */
  async choose(span: Span): Promise<void> {
    last = { ...last, span };
    await this.load();
  }

  /** Shows the charts as tables, or the tables as charts. */
  turn(): void {
    this.table = !this.table;
    last = { ...last, table: this.table };
  }

  /** No answer is waited for any more. */
  close(): void {
    this.#asked += 1;
  }
}
