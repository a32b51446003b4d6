/** Something to talk about: a line for the next session, gathered while the week goes on. */
import { codeOf, ipc } from "../ipc";
import { sentenceFor } from "../lib/failure";
import { keepWith } from "../lib/keep";
import { router } from "../lib/router.svelte";
import { toast } from "../lib/toast.svelte";
import { words } from "../lib/words.svelte";
import { numberOf } from "./plan";

/** The longest line of an agenda. */
const LINE_MAX = 300;

/** Puts a line on the agenda of the next session; with none planned, opens where one is planned. */
export async function bring(line: string): Promise<void> {
  const text = Array.from(line.trim()).slice(0, LINE_MAX).join("");
  if (text === "") return;
  try {
    const { next } = await ipc.course();
    if (next?.body.kind !== "session") {
      toast.show(words("agenda-none-planned"));
      router.go({ name: "course" });
      return;
    }
    const number = numberOf(next);
    if (next.body.agenda.includes(text)) {
      toast.show(words("agenda-there", { number }));
      return;
    }
    await keepWith(next, (session) => withLines(session, (lines) => [...lines, text]));
    toast.show(words("agenda-brought", { number }), () => void takeBack(text));
  } catch (error) {
    toast.show(sentenceFor(codeOf(error)));
  }
}

async function takeBack(text: string): Promise<void> {
  const { next } = await ipc.course();
  if (next)
    await keepWith(next, (session) =>
      withLines(session, (lines) => lines.filter((line) => line !== text)),
    );
}

type Entry = Awaited<ReturnType<typeof ipc.record>>["record"];

function withLines(record: Entry, change: (lines: string[]) => string[]): Entry {
  if (record.body.kind !== "session") return record;
  return { ...record, body: { ...record.body, agenda: change(record.body.agenda) } };
}
