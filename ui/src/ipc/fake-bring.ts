/** The stand-in's bringing in: one note from a folder of text files, and a line that was not understood. */
import type { BringChoice, BringFates, Record as Entry } from "./bindings";
import type { Fake } from "./fake";
import { emptyAround, emptyBody } from "./fake-empty";
import { FAKE_NOW } from "./fake-keys";

/** The id of what comes in. */
export const BROUGHT_ID = "00000000-0000-8000-8000-00000000b01d";

/** What the system's dialog answers; a test may put another answer here. */
export const bringAnswer: { choice: BringChoice | null } = { choice: null };

const FATES: BringFates = {
  new: 1,
  replaced: 0,
  stays: 0,
  same: 2,
  from_trash: 0,
  ours: 0,
};

/** A choice as the shell gives it. */
export function sampleChoice(): BringChoice {
  return {
    refused: null,
    preview: {
      source: "markdown",
      written: null,
      kinds: [{ kind: "note", count: 3 }],
      first: "2025-02-03",
      last: "2025-03-09",
      rows: [{ kind: "note", day: "2025-03-09", title: "A walk", opening: "It rained." }],
      fates: FATES,
      twice: 0,
      remarks: [{ file: "six.md", line: 1, odd: "no_date" }],
      more_remarks: 0,
      care: null,
    },
  };
}

export function bringCommands(fake: Fake) {
  return {
    bringChoose: () => bringAnswer.choice,
    bringIn: (): BringFates => {
      const body = emptyBody("note");
      const record: Entry = {
        id: BROUGHT_ID,
        at: FAKE_NOW,
        share: "only_me",
        around: emptyAround(),
        body: { ...body, title: "A walk", text: "It rained." },
      };
      fake.records.set(BROUGHT_ID, record);
      return FATES;
    },
    bringUndo: () => {
      fake.records.delete(BROUGHT_ID);
      return null;
    },
    takeOut: () => true,
  };
}
