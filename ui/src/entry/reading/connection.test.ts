import { describe, expect, it } from "vitest";
import type { FeelSafe, KindName, Record as Entry } from "../../ipc";
import { emptyRecord } from "../../ipc/fake";
import { sections } from "../reading";

const DEV = "20000000-0000-4000-8000-000000000005";
const ID = "90000000-0000-4000-8000-000000000001";

function filled(kind: KindName, known: object): Entry {
  const record = emptyRecord(kind, ID);
  Object.assign(record.body, known);
  return record;
}

function card(safe: FeelSafe | null) {
  const record = emptyRecord("person", DEV);
  if (record.body.kind === "person") Object.assign(record.body, { name: "Dev", feel_safe: safe });
  return { record, conflict: false, loss: null };
}

const read = (record: Entry, safe: FeelSafe | null = "yes") =>
  sections(record, [card(safe)], "Dr. Okafor");

describe("reading", () => {
  it("a contact says what was answered and nothing else", () => {
    const contact = filled("contact", { started_by: "me", someone_new: true, felt: -1 });
    expect(read(contact)).toEqual([
      { question: "About it", list: ["Someone new", "I began"] },
      { question: "How it felt", text: "a bit bad" },
    ]);
    expect(read(filled("contact", {}))).toEqual([]);
  });

  it("an attempt that went nowhere reads like any other", () => {
    const attempt = filled("attempt", { result: "no_reply", difficulty: 7 });
    expect(read(attempt)).toEqual([
      { question: "What came of it", text: "No reply" },
      { question: "How hard it looked", text: "7 of 10" },
    ]);
  });

  it("a story keeps its first small change back while that is not clearly safe", () => {
    const story = filled("pattern", {
      starts: "I wait",
      seen_with: [DEV],
      in_therapy: "partly",
      first_small_change: "Ask twice",
    });
    expect(JSON.stringify(read(story, "yes"))).toContain("Ask twice");
    for (const safe of ["mostly", "no", "unsure", "prefer_not_to_say", null] as const) {
      expect(JSON.stringify(read(story, safe))).not.toContain("Ask twice");
      expect(JSON.stringify(read(story, safe))).toContain("I wait");
    }
    expect(read(story).map(({ question }) => question)).toContain("With Dr. Okafor, too");
  });

  it("a decision names its options, what was weighed and what was chosen", () => {
    const decision = filled("decision", {
      options: [
        { ...choice("Move out"), good: "Quiet", doable: 4 },
        choice(""),
        { ...choice(""), nothing: true },
      ],
      chosen: 2,
    });
    expect(read(decision)).toEqual([
      { question: "What I could do", list: ["Move out", "Nothing for now"] },
      { question: "Move out", list: ["Good for me: Quiet", "Doable: 4 of 10"] },
      { question: "Chosen, for now", text: "Nothing for now" },
    ]);
    expect(read(filled("decision", {}))).toEqual([]);
  });

  it("an earlier relationship and a moment read in order", () => {
    const past = filled("past_relationship", { person: DEV, worked: "We laughed" });
    expect(read(past).map(({ question }) => question)).toEqual(["With", "What worked"]);
    const moment = filled("event", { what: "left_out", significance: 0, used_after: "no" });
    expect(read(moment)).toEqual([
      { question: "What kind of moment", text: "Being left out" },
      { question: "How much it matters", text: "Hardly" },
      { question: "A line on what you did after", text: "Did not use after." },
    ]);
  });
});

function choice(text: string) {
  return {
    text,
    nothing: false,
    takes: "",
    good: "",
    bad: "",
    for_them: "",
    for_recovery: "",
    doable: null,
  };
}
