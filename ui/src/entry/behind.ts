/** Whom a piece of writing leads back to, over everything it belongs to or grew from. */
import { codeOf, ipc, type Record, type RecordId } from "../ipc";
import { everyoneIn, originsOf } from "./people";

/** Everyone named in these records and in what those grew from. What is gone names nobody. */
export async function peopleBehind(origins: readonly RecordId[]): Promise<RecordId[]> {
  const people = new Set<RecordId>();
  const seen = new Set<RecordId>();
  const open = [...origins];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const record = await there(id);
    if (!record) continue;
    for (const person of everyoneIn(record)) people.add(person);
    open.push(...originsOf(record));
  }
  return [...people];
}

async function there(id: RecordId): Promise<Record | null> {
  try {
    return (await ipc.record(id)).record;
  } catch (error) {
    if (codeOf(error) === "not_found") return null;
    throw error;
  }
}
