/** Changes a kept record beside whatever is being written in it. */
import { ipc, type Record } from "../ipc";

/**
 * Keeps `kept` with a change. Saving lets a draft of it go, and a draft is the newer
 * writing: it gets the same change and stays.
 */
export async function keepWith(kept: Record, change: (record: Record) => Record): Promise<Record> {
  const { record, draft } = await ipc.record(kept.id);
  const changed = change(kept);
  await ipc.saveRecord(changed);
  if (draft) await ipc.putDraft(change(record));
  return changed;
}
