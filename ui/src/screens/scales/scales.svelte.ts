/** What the scales screen shows, and files that bring other scales. */
import {
  codeOf,
  ipc,
  type ErrorCode,
  type OnShelf,
  type PackSeen,
  type RecordId,
  type ScaleHistory,
} from "../../ipc";
import { sentenceFor } from "../../lib/failure";
import { toast } from "../../lib/toast.svelte";
import { words } from "../../lib/words.svelte";

export class ScalesView {
  shelf = $state.raw<OnShelf[]>([]);
  history = $state.raw<ScaleHistory | null>(null);
  failed = $state<ErrorCode | null>(null);
  /** A file that was looked at and not taken yet. */
  seen = $state.raw<PackSeen | null>(null);
  busy = $state(false);

  readonly #scale: string | null;

  constructor(scale: string | null) {
    this.#scale = scale;
    void this.load();
  }

  async load(): Promise<void> {
    this.failed = null;
    try {
      this.shelf = await ipc.scales();
      if (this.#scale) this.history = await ipc.scaleHistory(this.#scale);
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  /** Looks at a file that the person chooses in the system's dialog. */
  async choose(): Promise<void> {
    await this.#try(async () => {
      this.seen = await ipc.chooseScalePack();
    });
  }

  /** Takes the scale that was looked at. */
  async take(): Promise<void> {
    await this.#try(async () => {
      const seen = this.seen;
      if (!seen?.scale) return;
      const fresh = await ipc.newRecord("scale_pack");
      const id = seen.replaces ?? fresh.id;
      await ipc.saveRecord({ ...fresh, id, body: { kind: "scale_pack", scale: seen.scale } });
      this.seen = null;
      await this.load();
    });
  }

  leave(): void {
    this.seen = null;
  }

  /** Takes a scale from a file away again; what was filled with it stays. */
  async remove(pack: RecordId): Promise<void> {
    await this.#try(async () => {
      await ipc.trashRecord(pack);
      await this.load();
      toast.show(words("scales-removed"), () => void this.#bringBack(pack));
    });
  }

  async #bringBack(pack: RecordId): Promise<void> {
    await this.#try(async () => {
      await ipc.untrashRecord(pack);
      await this.load();
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
    } catch (error) {
      toast.show(sentenceFor(codeOf(error)));
    } finally {
      this.busy = false;
    }
  }
}
