/** What a new piece of writing begins with: whom, which work and which entry it comes from. */
import { ipc, type KindName, type PersonCard, type Record, type RecordId } from "../ipc";
import { momentAt, today } from "../lib/dates";
import type { RouteOf, WritingKind } from "../lib/router.svelte";
import { LINE_MAX } from "./limits";
import { peopleBehind } from "./behind";
import { cardOf, everyoneIn, living, originsOf, raising } from "./people";

/** Fills a new record from the route that opened it. */
export async function beginWith(
  record: Record,
  { person, focus, from, day }: RouteOf<WritingKind>,
  cards: readonly PersonCard[],
): Promise<void> {
  const { body } = record;
  if (day !== undefined && day !== today()) {
    // Only the day is known of then; noon is the middle of it.
    record.at = momentAt(day, "12:00");
    if ("only_day" in body) body.only_day = true;
  }
  if (from !== undefined) await growFrom(record, from, cards);
  if (focus !== undefined) {
    if ("focus" in body) body.focus = focus;
    if ("loss" in body) {
      body.loss = focus;
      const who = cards.find(({ loss }) => loss?.id === focus);
      if (who) record.around.people = [who.record.id];
    }
  }
  if (person !== undefined && cardOf(cards, person)) {
    if ("person" in body) body.person = person;
    else record.around.people = [person];
  }
}

/** Takes along who was in the entry, the work it belongs to, and the words it was meant for. */
async function growFrom(
  record: Record,
  from: RecordId,
  cards: readonly PersonCard[],
): Promise<void> {
  const { body } = record;
  if ("from" in body && body.kind !== "life_event") body.from = from;
  if ("rehearsal" in body) body.rehearsal = from;
  const source = await there(from);
  if (!source) return;
  const everyone = living(everyoneIn(source), cards);
  // Whom a story was seen with is not yet whom one would speak with. Someone in the trash
  // goes along unseen: without them, what stays closed there would be open here.
  if (source.body.kind !== "pattern") record.around.people = everyone;
  if ("focus" in body && "focus" in source.body) body.focus = source.body.focus;
  // What is hidden there must not come out here (domain reference D.7).
  const behind = living(await peopleBehind(originsOf(source)), cards);
  const { open, nobody } = raising([...everyone, ...behind], cards);
  if ("title" in body && (open || nobody))
    body.title = Array.from(meantFor(body.kind, source)).slice(0, LINE_MAX).join("");
}

/** What the writer already wrote down for it there. */
function meantFor(kind: KindName, { body }: Record): string {
  if (kind === "attempt" && body.kind === "rehearsal") return body.title.trim();
  if (kind !== "experiment") return "";
  if (body.kind === "conflict") return body.next_try.trim();
  if (body.kind === "pattern") return body.first_small_change.trim();
  if (body.kind === "decision") return chosenIn(body.options, body.chosen);
  return "";
}

function chosenIn(
  options: readonly { text: string; nothing: boolean }[],
  chosen: number | null,
): string {
  const option = chosen === null ? undefined : options[chosen];
  return option && !option.nothing ? option.text.trim() : "";
}

/** What it grew from may be gone; then it begins without. */
async function there(id: RecordId): Promise<Record | null> {
  try {
    return (await ipc.record(id)).record;
  } catch {
    return null;
  }
}
