/**
 * The stand-in's page: a rough typesetter, enough to look at the Summary screen
 * and to test it. The real page is made by the summary crate; nothing here says
 * how it looks.
 */
import type {
  BlackoutShown,
  Block,
  ExcerptPart,
  Offer,
  OfferItem,
  PageChoices,
  Preview,
  PreviewPage,
  Record as Entry,
  RecordId,
  Run,
  Tick,
} from "./bindings";

const ROLES: { [relation: string]: string | undefined } = {
  partner: "my partner",
  sister: "my sister",
  sponsor: "my sponsor",
  mother: "my mother",
  friend: "my friend",
};

/** What can be chosen. */
export function fakeOffer(records: Entry[], choices: PageChoices, now: string): Offer {
  const { next, last } = sessions(records, now);
  const bodies = records.map((record) => record.body);
  const since = (record: Entry) => record.at > (last?.at ?? "") && record.at <= now;
  const course = bodies.find((body) => body.kind === "course");
  const session = next?.body.kind === "session" ? next.body : null;
  const notes = records
    .filter((record) => since(record) && record.body.kind === "check_in" && record.body.note !== "")
    .map((record) =>
      item(record, choices, choices.check_in_notes && (own(choices, record.id) ?? false)),
    );
  const entries = records
    .filter((record) => since(record) && record.share === "to_bring")
    .sort((a, b) => b.at.localeCompare(a.at))
    .map((record) => item(record, choices, own(choices, record.id) ?? true));
  const tick = (
    kind: Tick["kind"],
    title: string,
    empty: boolean,
    items: OfferItem[] = [],
  ): Tick => ({
    kind,
    title,
    ticked: choices[kind],
    empty,
    items,
  });
  const block = (
    kind: Block["kind"],
    title: string,
    empty: boolean,
    ticks: Tick[],
    items: OfferItem[],
  ): Block => ({
    kind,
    title,
    ticked: kind === "first" || choices[kind],
    empty,
    ticks,
    items,
    lines: [],
  });
  const written = (record: Entry) => ["conflict", "grief", "note"].includes(record.body.kind);
  const checkIns = records.filter((record) => since(record) && record.body.kind === "check_in");
  return {
    session: session?.number ?? null,
    session_day: next?.at.slice(0, 10) ?? null,
    therapist: course?.kind === "course" ? course.therapist : "",
    from: (last?.at ?? now).slice(0, 10),
    to: now.slice(0, 10),
    blocks: [
      block(
        "first",
        "Please read first",
        false,
        [
          tick("item_nine", "PHQ-9 item 9", false),
          tick("safety_plan", "Safety plan", false),
          tick("own_line", "A line from me", !session?.own_line),
        ],
        [],
      ),
      block("agenda", "What I want from this session", !session?.agenda.length, [], []),
      block(
        "cravings",
        "Cravings",
        checkIns.length === 0,
        [
          tick("use_days", "Mark the days I used", false),
          tick("check_in_notes", "What I wrote in check-in notes", notes.length === 0, notes),
        ],
        [],
      ),
      block("entries", "Entries", entries.length === 0, [], entries),
    ],
    only_me: records.filter(
      (record) => since(record) && written(record) && record.share === "only_me",
    ).length,
    called: called(records, choices, "Marcus"),
    last: null,
  };
}

/** The pages under some choices. */
export function fakePreview(records: Entry[], choices: PageChoices, now: string): Preview {
  // A preview of the real crate can be put in its place, to look at.
  const real = (globalThis as { realPreview?: Preview }).realPreview;
  if (real) return real;
  const offer = fakeOffer(records, choices, now);
  const { next } = sessions(records, now);
  const session = next?.body.kind === "session" ? next.body : null;
  const write = new Typesetter(choices.paper === "a4" ? [595.28, 841.89] : [612, 792]);
  const said = (parts: ExcerptPart[], of: RecordId, indent = 0) =>
    write.line(
      parts.map((part) =>
        part.black
          ? { black: true, item: of }
          : { text: masked(records, choices, part.text), item: of },
      ),
      { indent },
    );
  write.line([{ text: "Session summary", item: null }], { size: 18 });
  write.line(
    [
      {
        text: `${choices.label ? `${choices.label} for my therapist. ` : ""}Session ${offer.session ?? "?"}. Covers ${offer.from} to ${offer.to}.`,
        item: null,
      },
    ],
    { size: 9.4 },
  );
  write.heading("Please read first", null);
  write.line([
    {
      text: `PHQ-9 item 9: ${choices.item_nine ? "not completed" : "not shared by choice"}`,
      item: null,
    },
  ]);
  if (choices.safety_plan) write.line([{ text: "My safety plan: none yet", item: null }]);
  if (choices.own_line && session?.own_line && next)
    said([{ text: `From me: ${session.own_line}`, black: false }], next.id);
  if (choices.agenda && session && next) {
    write.heading("What I want from this session", next.id);
    session.agenda.forEach((line, at) =>
      said(hidden(`${at + 1}. ${line}`, next.id, choices), next.id),
    );
  }
  if (choices.cravings) {
    write.heading("Cravings", null);
    write.line([
      {
        text: "Since session 6: 5 check-ins on 5 of 5 days. Strongest 7 (Sunday 8 March). Usual 3.",
        item: null,
      },
    ]);
  }
  const notes = offer.blocks.flatMap((block) => block.ticks.flatMap((tick) => tick.items));
  for (const one of [
    ...notes,
    ...(choices.entries ? offer.blocks.flatMap((block) => block.items) : []),
  ]) {
    if (!one.ticked) continue;
    write.heading(masked(records, choices, one.title || "A note"), one.item);
    for (const paragraph of paragraphs(one.text)) said(paragraph, one.item);
  }
  return { pages: write.pages(), offer, no_room: [] };
}

function item(record: Entry, choices: PageChoices, ticked: boolean): OfferItem {
  const text = textsOf(record).filter(Boolean).join("\n");
  const parts = hidden(text, record.id, choices);
  const blackouts: BlackoutShown[] = choices.blackouts
    .filter((one) => one.item === record.id)
    .map(({ words }) => ({ words, found: text.toLowerCase().includes(words.toLowerCase()) }));
  const { body } = record;
  return {
    item: record.id,
    kind: body.kind,
    title: "title" in body ? body.title : "",
    day: record.at.slice(0, 10),
    ticked,
    excerpt: parts,
    text: parts,
    blackouts,
    lines: [],
    is_new: false,
  };
}

function textsOf({ body }: Entry): string[] {
  if (body.kind === "note") return [body.text];
  if (body.kind === "check_in") return [body.note];
  if (body.kind === "grief") return [body.brought_to_mind, ...body.miss, ...body.hard, body.unsaid];
  if (body.kind !== "conflict") return [];
  return [
    body.what_happened,
    ...body.turns.flatMap((turn) => [turn.said, turn.meant]),
    body.i_wanted,
    body.how_it_ended,
  ];
}

function hidden(text: string, of: RecordId, choices: PageChoices): ExcerptPart[] {
  const phrases = choices.blackouts
    .filter((one) => one.item === of)
    .map((one) => escaped(one.words));
  if (phrases.length === 0) return [{ text, black: false }];
  const pieces = text.split(new RegExp(`(?<!\\p{L})(${phrases.join("|")})(?!\\p{L})`, "giu"));
  return pieces
    .map((piece, at) => ({ text: piece, black: at % 2 === 1 }))
    .filter((part) => part.text !== "");
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function paragraphs(parts: ExcerptPart[]): ExcerptPart[][] {
  const found: ExcerptPart[][] = [[]];
  for (const { text, black } of parts)
    text.split("\n").forEach((piece, at) => {
      if (at > 0) found.push([]);
      if (piece) found.at(-1)?.push({ text: piece, black });
    });
  return found.filter((paragraph) => paragraph.length > 0);
}

function masked(records: Entry[], choices: PageChoices, text: string): string {
  return records.reduce((all, { body }) => {
    const name = body.kind === "person" ? body.name.split(" ")[0] : undefined;
    return name
      ? all.replaceAll(
          new RegExp(`\\b${escaped(name)}\\b`, "g"),
          called(records, choices, name) ?? name,
        )
      : all;
  }, text);
}

function called(records: Entry[], choices: PageChoices, name: string): string | null {
  const person = records.flatMap(({ body }) =>
    body.kind === "person" && body.name.startsWith(name) ? [body] : [],
  )[0];
  if (!person) return null;
  if (choices.names === "as_written") return person.name;
  return choices.names === "initials"
    ? `${name[0] ?? ""}.`
    : (ROLES[person.relation ?? ""] ?? "someone I know");
}

function own(choices: PageChoices, id: RecordId): boolean | undefined {
  return choices.items.find((one) => one.item === id)?.on;
}

function sessions(
  records: Entry[],
  now: string,
): { next: Entry | undefined; last: Entry | undefined } {
  const all = records
    .filter(({ body }) => body.kind === "session")
    .sort((a, b) => a.at.localeCompare(b.at));
  const status = (record: Entry) => (record.body.kind === "session" ? record.body.status : null);
  return {
    next: all.find(
      (record) => status(record) === "planned" && record.at.slice(0, 10) >= now.slice(0, 10),
    ),
    last: all.findLast((record) => status(record) === "held" && record.at <= now),
  };
}

type Piece = { text: string; item: RecordId | null } | { black: true; item: RecordId | null };

const MARGIN = 45;
const LEADING = 1.45;
// Near enough to the real letters; the picture is stretched to it.
const LETTER = 0.47;

class Typesetter {
  readonly #width: number;
  readonly #height: number;
  #pages: { runs: Run[]; drawn: string[] }[] = [];
  #y = Infinity;

  constructor([width, height]: [number, number]) {
    this.#width = width;
    this.#height = height;
  }

  heading(text: string, of: RecordId | null): void {
    this.#y += 9;
    this.line([{ text, item: of }], { size: 11.2 });
    const y = this.#y - 1;
    this.#pages
      .at(-1)
      ?.drawn.push(
        `<path d="M${MARGIN} ${y}H${this.#width - MARGIN}" stroke="#000" stroke-width=".6"/>`,
      );
    this.#y += 5;
  }

  line(pieces: Piece[], { size = 10.2, indent = 0 } = {}): void {
    const start = MARGIN + indent;
    let x = start;
    this.#feed(size);
    let last: Run | undefined;
    for (const piece of pieces) {
      if ("black" in piece) {
        if (x + 37 > this.#width - MARGIN) [x] = [start, this.#feed(size)];
        last = this.#put("blacked out", x, 37, size, piece.item, true);
        x += 38;
        continue;
      }
      let words = "";
      const put = () => {
        if (!words) return;
        const width = words.length * size * LETTER;
        last = this.#put(words, x, width, size, piece.item, false);
        x += width;
        words = "";
      };
      for (const word of piece.text.split(/(?<= )/)) {
        if (x + (words + word).length * size * LETTER > this.#width - MARGIN) {
          put();
          if (last?.text.endsWith(" ")) last.text = last.text.trimEnd();
          if (last) last.then = "space";
          x = start;
          this.#feed(size);
        }
        words += word;
      }
      put();
    }
    if (last) last.then = "line";
  }

  pages(): PreviewPage[] {
    return this.#pages.map(({ runs, drawn }, at) => ({
      width_pt: this.#width,
      height_pt: this.#height,
      svg:
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${this.#width} ${this.#height}" width="${this.#width}" height="${this.#height}" font-family="Source Sans 3, sans-serif">` +
        `<rect width="100%" height="100%" fill="#fff"/>${drawn.join("")}` +
        `<text x="${MARGIN}" y="${this.#height - 30}" font-size="8.6" fill="#444">Patient-reported. Not monitored. Not a diagnosis. Page ${at + 1} of ${this.#pages.length}</text></svg>`,
      runs,
    }));
  }

  #feed(size: number): number {
    this.#y += size * LEADING;
    if (this.#y > this.#height - 60) {
      this.#pages.push({ runs: [], drawn: [] });
      this.#y = MARGIN + size;
    }
    return this.#y;
  }

  #put(
    text: string,
    x: number,
    width: number,
    size: number,
    of: RecordId | null,
    black: boolean,
  ): Run {
    const page = this.#pages.at(-1);
    const y = this.#y - size;
    const run: Run = {
      text,
      x,
      y,
      width,
      height: size * 1.25,
      size,
      direction: "ltr",
      item: of,
      black,
      then: "nothing",
    };
    const letters = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    page?.runs.push(run);
    page?.drawn.push(
      black
        ? `<rect x="${x}" y="${y}" width="${width}" height="${size}"/>`
        : `<text x="${x}" y="${this.#y}" font-size="${size}" ${size === 11.2 ? 'font-weight="600"' : ""} textLength="${width}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${letters}</text>`,
    );
    return run;
  }
}
