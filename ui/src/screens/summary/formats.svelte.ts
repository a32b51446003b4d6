/** Saving the page for a program: always plain, and only after a second look. */
import { codeOf, ipc, type ErrorCode, type PageChoices, type PageFormat } from "../../ipc";

export class Formats {
  /** Nothing is chosen before the person does. */
  format = $state<PageFormat | null>(null);
  /** The second look: it is known that the file has no lock. */
  sure = $state(false);
  busy = $state(false);
  saved = $state(false);
  cancelled = $state(false);
  failed = $state<ErrorCode | null>(null);

  get ready(): boolean {
    return this.format !== null && this.sure;
  }

  begin(): void {
    this.format = null;
    this.sure = false;
    this.saved = false;
    this.cancelled = false;
    this.failed = null;
  }

  /** Asks where and saves. True once the file is there. */
  async save(choices: PageChoices): Promise<boolean> {
    if (!this.format || !this.sure || this.busy) return false;
    this.busy = true;
    this.cancelled = false;
    this.failed = null;
    try {
      this.saved = (await ipc.pageSaveAs(choices, this.format)) === "saved";
      this.cancelled = !this.saved;
    } catch (error) {
      this.failed = codeOf(error);
    } finally {
      this.busy = false;
    }
    return this.saved;
  }
}
