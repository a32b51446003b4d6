/**
 * Public help numbers by region. Static and free of anything personal, so that
 * they are there before the journal is open, and without a net.
 */
import data from "./directory.json";

export type HelpPart = "emergency" | "talk" | "substances" | "violence" | "overdose";

export interface HelpLine {
  id: string;
  part: HelpPart;
  /** A proper name, never translated; none for the emergency number. */
  name: string | null;
  /** As it is dialled or typed; none where only the reader knows it. */
  number: string | null;
  /** Which words say what it is for: help-about-<about>. */
  about: string;
  verified: "source" | "well_known" | "memory";
  /** Waits for clinical review. */
  review: boolean;
  /** Stands under "More lines", after what is needed first. */
  more: boolean;
}

export interface HelpRegion {
  code: string;
  entries: HelpLine[];
}

/** When the numbers were last compared with the reference. */
export const verifiedOn: string = data.verified_on;

/** Every region, in the order of the reference. */
export const regions: readonly HelpRegion[] = data.regions.map(({ code, entries }) => ({
  code,
  entries: entries.map((entry) => ({
    ...entry,
    part: partOf(entry.part),
    verified: howFar(entry.verified),
    more: "more" in entry,
  })),
}));

/** The region to show: the chosen one, else the system's if it is known, else null for all. */
export function regionFor(chosen: string | null, system = navigator.language): HelpRegion | null {
  const code = chosen ?? /[-_]([A-Z]{2})\b/.exec(system)?.[1] ?? "";
  return regions.find((region) => region.code === code) ?? null;
}

/** The first number of a part, for sentences that name one. */
export function first(region: HelpRegion, part: HelpPart): HelpLine | undefined {
  return region.entries.find((entry) => entry.part === part);
}

/** What waits for review, by region. */
export function waiting(): { code: string; lines: HelpLine[] }[] {
  return regions
    .map(({ code, entries }) => ({ code, lines: entries.filter(({ review }) => review) }))
    .filter(({ lines }) => lines.length > 0);
}

function partOf(part: string): HelpPart {
  if (part === "emergency" || part === "talk" || part === "substances" || part === "violence")
    return part;
  return "overdose";
}

function howFar(verified: string): HelpLine["verified"] {
  return verified === "source" || verified === "well_known" ? verified : "memory";
}
