/** The sample journal of the stand-in: invented people, the days before session 7. */
import type { Body, Person, Rating, Record as Entry, Share } from "./bindings";
import { emptyBody } from "./fake-empty";

const ID = {
  course: "10000000-0000-4000-8000-000000000001",
  marcus: "20000000-0000-4000-8000-000000000001",
  ana: "20000000-0000-4000-8000-000000000002",
  joy: "20000000-0000-4000-8000-000000000003",
  ruth: "20000000-0000-4000-8000-000000000004",
  dev: "20000000-0000-4000-8000-000000000005",
};

/** Everything in it. */
export function sampleRecords(): Entry[] {
  return [...people(), ...sessions(), ...checkIns(), ...entries()];
}

let counter = 0;

function record(
  body: Body,
  at: string,
  share: Share = "only_me",
  about: string[] = [],
  id?: string,
): Entry {
  counter += 1;
  return {
    id: id ?? `90000000-0000-4000-8000-${String(counter).padStart(12, "0")}`,
    at,
    share,
    around: {
      people: about,
      feelings: [],
      mood: { before: null, after: null },
      craving: { before: null, after: null },
    },
    body,
  };
}

function people(): Entry[] {
  return [
    person(ID.marcus, {
      name: "Marcus",
      relation: "partner",
      about: "Six years; we live together.",
      circle: "very_close",
      angle: 300,
      effect_on_recovery: "both",
      feel_safe: "yes",
    }),
    person(ID.ana, {
      name: "Ana",
      relation: "sister",
      about: "Calls on Sundays.",
      circle: "close",
      angle: 40,
      effect_on_recovery: "helps",
      phone: "555 0178",
      phone_note: "after five, or text",
      can_call: true,
    }),
    person(ID.joy, {
      name: "Joy",
      relation: "sponsor",
      about: "Eleven years on.",
      circle: "close",
      angle: 120,
      effect_on_recovery: "helps",
      phone: "555 0142",
      phone_note: "any hour",
      can_call: true,
    }),
    person(ID.ruth, {
      name: "Ruth (Mom)",
      relation: "mother",
      about: "Died in March two years ago.",
      standing: "died",
      circle: "very_close",
      angle: 200,
    }),
    person(ID.dev, {
      name: "Dev",
      relation: "friend",
      about: "From the old crowd.",
      circle: "around_me",
      angle: 240,
      effect_on_recovery: "harder",
      feel_safe: "mostly",
    }),
  ];
}

function person(id: string, known: Partial<Person>): Entry {
  const body: Body = {
    ...emptyBody("person"),
    ...known,
  };
  return record(body, "2026-01-29T18:00:00+01:00", "only_me", [], id);
}

function sessions(): Entry[] {
  const course: Body = {
    ...emptyBody("course"),
    started_on: "2026-01-29",
    planned_sessions: 16,
    cadence_days: 7,
    phase: "middle",
    main_area: "dispute",
    therapist: "Dr. Okafor",
  };
  const days = [
    "2026-01-29",
    "2026-02-05",
    "2026-02-12",
    "2026-02-19",
    "2026-02-26",
    "2026-03-05",
    "2026-03-12",
  ];
  return [
    record(course, "2026-01-29T14:00:00+01:00", "only_me", [], ID.course),
    ...days.map((day, index) =>
      record(
        {
          kind: "session",
          course: ID.course,
          number: index + 1,
          status: index === 6 ? "planned" : "held",
          agenda: index === 6 ? ["How to talk with Marcus about the evenings"] : [],
          own_line: "",
          went_well: [],
          coming: [],
          takeaways: index === 5 ? "Say one sentence, then wait." : "",
          agreed: index === 5 ? ["Tell Ana how Tuesday was"] : [],
        },
        `${day}T14:00:00+01:00`,
      ),
    ),
  ];
}

function checkIns(): Entry[] {
  const strongest: (Rating | null)[] = [3, 4, null, 3, 5, 4, 3, 2, 4, 3, 2, 3, 7, 3];
  return strongest.flatMap((craving, index) => {
    if (craving === null) return [];
    const day = new Date(Date.UTC(2026, 1, 24 + index)).toISOString().slice(0, 10);
    const note = craving === 7 ? "After the talk with Marcus." : "";
    return [record(checkIn(craving, note), `${day}T18:30:00+01:00`)];
  });
}

function checkIn(craving: Rating, note: string): Body {
  return {
    kind: "check_in",
    craving,
    mood: 10 - craving,
    used: "no",
    substances: [],
    peak: null,
    urge_length: null,
    halt: [],
    with: [],
    between: [],
    event: null,
    place: "home",
    triggers: craving === 7 ? ["argument"] : [],
    coping: [],
    helped: null,
    confidence: null,
    body: null,
    note,
    entered: null,
  };
}

const LOSS = "30000000-0000-4000-8000-000000000001";

function entries(): Entry[] {
  const argument: Body = {
    ...emptyBody("conflict"),
    title: "Late from group",
    place: "home",
    what_happened:
      "I got home at quarter past seven. I had said six. Group ran over and I stayed to talk with Joy. Dinner was on the table and Theo had already eaten.",
    turns: [
      {
        speaker: { person: ID.marcus },
        said: "You said six. It’s quarter past seven.",
        meant: "He thinks I was drinking.",
        felt: [
          { feeling: "accused", strength: 6 },
          { feeling: "ashamed", strength: null },
        ],
        not_said: "",
        nonverbal: "",
      },
      {
        speaker: "me",
        said: "I was at group. Smell my breath if you want.",
        meant: "Please trust me.",
        felt: [
          { feeling: "angry", strength: null },
          { feeling: "hurt", strength: null },
        ],
        not_said: "",
        nonverbal: "",
      },
      {
        speaker: { person: ID.marcus },
        said: "I made dinner. I wasn’t saying that.",
        meant: "He is tired of me.",
        felt: [{ feeling: "lonely", strength: null }],
        not_said: "",
        nonverbal: "",
      },
      {
        speaker: "me",
        said: "(I went to the bedroom and shut the door.)",
        meant: "",
        felt: [],
        not_said: "I missed you too.",
        nonverbal: "",
      },
    ],
    i_wanted: "For him to be glad I went. To be asked how it was.",
    they_wanted: "Maybe just to know I was all right.",
    how_it_ended: "We didn’t speak until morning. He left coffee out for me.",
    stage: "renegotiation",
    next_try:
      "Text when group runs over. Tell him: “When you ask the time, I hear that you think I drank. I need you to ask how it went.”",
    next_steps: ["practise_with_therapist"],
    used_after: "no",
    after_note: "Called Joy. Did not drink.",
  };
  const loss: Body = {
    ...emptyBody("loss"),
    person: ID.ruth,
    died_on: { date: "2025-06-14", precision: "day" },
    cause: "illness",
    kept_days: [
      { what: "birthday", on: { month: 3, day: 22 }, remind: true },
      { what: "anniversary", on: { month: 6, day: 14 }, remind: true },
    ],
  };
  const grief: Body = {
    kind: "grief",
    title: "Her kitchen radio",
    loss: LOSS,
    brought_to_mind:
      "The station she liked came on at the shop. I stood by the apples and couldn’t move. I wanted a drink before I even knew I was sad.",
    miss: ["Her singing over the dishes", "That she called every Sunday"],
    hard: ["She never said she was proud", "We drank together, a lot"],
    unsaid: "I was angry that you didn’t tell me how sick you were. I would have come.",
    with_the_feeling: "",
    could_hear: [ID.ana],
    therapist_could_hear: true,
    after_note: "Writing it down, 25 minutes.",
  };
  const late = record(argument, "2026-03-08T19:00:00+01:00", "to_bring", [ID.marcus]);
  late.around.craving = { before: 2, after: 7 };
  const radio = record(grief, "2026-03-07T20:40:00+01:00", "to_bring", [ID.ruth]);
  radio.around.craving = { before: 5, after: 3 };
  return [
    record(loss, "2026-02-01T18:00:00+01:00", "only_me", [], LOSS),
    late,
    radio,
    note(
      "A quiet morning",
      "I woke before the alarm and it was still dark. Nothing pulled at me. I want to remember that this happens.",
      "2026-03-06T07:30:00+01:00",
    ),
    note(
      "Ana called",
      "We talked for twenty minutes about nothing. It was good.",
      "2026-02-28T19:00:00+01:00",
      [ID.ana],
    ),
    note(
      "The day after",
      "I drank last night. Writing it here so it is not a secret. Dev called late, about ten, and I said yes before I thought.",
      "2026-02-22T12:10:00+01:00",
      [ID.marcus, ID.dev],
      "to_bring",
    ),
    note(
      "First pages",
      "She said to write whatever comes, and not late at night. So: it is noon, and I am here.",
      "2026-01-28T12:00:00+01:00",
    ),
  ];
}

function note(
  title: string,
  text: string,
  at: string,
  about: string[] = [],
  share: Share = "only_me",
): Entry {
  return record({ kind: "note", title, text, focus: null }, at, share, about);
}
