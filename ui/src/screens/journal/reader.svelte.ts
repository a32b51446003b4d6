/** The entry that is read beside the list. A record that comes late is thrown away. */
import { heldRecords } from "../../entry/entry.svelte";
import { codeOf, ipc, type ErrorCode, type Record, type RecordId } from "../../ipc";

export class Reading {
  /** Which entry was chosen. */
  id = $state<RecordId | null>(null);
  /** Its record; the one before stays until it is there. */
  record = $state.raw<Record | null>(null);
  failed = $state.raw<ErrorCode | null>(null);

  /** Chooses an entry and fetches it. */
  async choose(id: RecordId): Promise<void> {
    this.id = id;
    this.failed = null;
    const held = heldRecords().find((record) => record.id === id);
    if (held) {
      this.record = held;
      return;
    }
    try {
      const { record } = await ipc.record(id);
      if (this.id === id) this.record = record;
    } catch (error) {
      if (this.id === id) this.failed = codeOf(error);
    }
  }

  /** Nothing is chosen any more. */
  clear(): void {
    this.id = null;
    this.record = null;
    this.failed = null;
  }
}
