/** The disagreements an argument can be part of. */
import { codeOf, ipc, type ErrorCode, type RecordId } from "../../ipc";

interface Titled {
  id: RecordId;
  title: string;
}

/** So many are offered; nobody works on more at once. */
const MOST = 100;

export class Disputes {
  /** Newest first. */
  all = $state.raw<Titled[]>([]);
  /** Why the last thing asked of it did not work. */
  refused = $state<ErrorCode | null>(null);

  async load(): Promise<void> {
    await this.#try(async () => {
      const records = await ipc.listRecords({
        kinds: ["dispute"],
        people: [],
        focus: null,
        from: null,
        to: null,
        limit: MOST,
      });
      this.all = records.map(({ id, body }) => ({
        id,
        title: body.kind === "dispute" ? body.title.trim() : "",
      }));
    });
  }

  /** Keeps a new one. None if that did not work. */
  async begin(title: string, person: RecordId | null): Promise<RecordId | null> {
    return this.#try(async () => {
      const record = await ipc.newRecord("dispute");
      if (record.body.kind === "dispute") Object.assign(record.body, { title, person });
      await ipc.saveRecord(record);
      this.all = [{ id: record.id, title: title.trim() }, ...this.all];
      return record.id;
    });
  }

  async #try<Answer>(work: () => Promise<Answer>): Promise<Answer | null> {
    this.refused = null;
    try {
      return await work();
    } catch (error) {
      this.refused = codeOf(error);
      return null;
    }
  }
}
