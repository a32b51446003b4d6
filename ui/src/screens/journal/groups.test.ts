import { describe, expect, it } from "vitest";
import type { Row, SessionMark } from "../../ipc";
import { grouped } from "./groups";
import { marked, withoutTitle } from "./marks";

function row(at: string): Row {
  return {
    id: at,
    kind: "note",
    at,
    title: "",
    excerpt: [],
    people: [],
    share: "only_me",
    craving: null,
    used: null,
    stage: null,
    draft: false,
  };
}

function held(number: number, at: string): SessionMark {
  return { id: String(number), number, at, status: "held" };
}

const SESSIONS = [
  held(6, "2026-03-05T14:00:00+01:00"),
  held(5, "2026-02-26T14:00:00+01:00"),
  held(2, "2026-02-05T14:00:00+01:00"),
];

function titles(...moments: string[]): string[] {
  return grouped(moments.map(row), SESSIONS).map(({ title, rows }) => `${title}: ${rows.length}`);
}

describe("groups of the journal", () => {
  it("stand between the sessions that were held", () => {
    expect(
      titles(
        "2026-03-08T10:00:00+01:00",
        "2026-03-06T10:00:00+01:00",
        "2026-03-01T10:00:00+01:00",
        "2026-02-10T10:00:00+01:00",
        "2026-01-01T10:00:00+01:00",
      ),
    ).toEqual([
      "Since session 6: 2",
      "Between sessions 5 and 6: 1",
      "Between sessions 2 and 5: 1",
      "Before session 2: 1",
    ]);
  });

  it("compares moments, not clocks of different places", () => {
    // 13:30 in London is 14:30 in Berlin, half an hour after the session.
    expect(titles("2026-03-05T13:30:00+00:00")).toEqual(["Since session 6: 1"]);
    expect(titles("2026-03-05T13:30:00+01:00")).toEqual(["Between sessions 5 and 6: 1"]);
  });

  it("stand by month while there is no session", () => {
    const groups = grouped(
      [row("2026-03-08T10:00:00+01:00"), row("2026-02-08T10:00:00+01:00")],
      [],
    );
    expect(groups.map(({ title }) => title)).toEqual(["March 2026", "February 2026"]);
  });
});

describe("marks in a title", () => {
  const hits = (text: string, typed: string) =>
    marked(text, typed)
      .filter(({ hit }) => hit)
      .map(({ text: part }) => part);

  it("mark the beginnings of words, without regard to case", () => {
    expect(marked("Late from group", "late")).toEqual([
      { text: "Late", hit: true },
      { text: " from group", hit: false },
    ]);
    expect(hits("We talked later", "late")).toEqual(["late"]);
    expect(hits("Translate", "late")).toEqual([]);
  });

  it("an excerpt does not say the title again", () => {
    const pieces = [
      { text: "Late", hit: true },
      { text: " from group\nI got home", hit: false },
    ];
    expect(withoutTitle(pieces, "Late from group")).toEqual([{ text: "\nI got home", hit: false }]);
    expect(withoutTitle(pieces, "Another")).toEqual(pieces);
    expect(
      withoutTitle(
        [
          { text: "Late", hit: true },
          { text: "…", hit: false },
        ],
        "Late",
      ),
    ).toEqual([]);
  });

  it("find accents without accents, and never read what was typed as a pattern", () => {
    expect(hits("Café au lait", "cafe")).toEqual(["Café"]);
    expect(hits("A (.*) day", ".* (")).toEqual([]);
    expect(marked("Untouched", "")).toEqual([{ text: "Untouched", hit: false }]);
  });
});
