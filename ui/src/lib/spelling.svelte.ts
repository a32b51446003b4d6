/** Whether what a person writes is spell-checked. Off until the journal says otherwise. */
import { ipc } from "../ipc";

class SpellCheck {
  on = $state(false);

  async load(): Promise<void> {
    try {
      this.on = (await ipc.settings()).spell_check;
    } catch {
      this.on = false;
    }
  }
}

/** The one answer for every field for writing. */
export const spelling = new SpellCheck();
