/** Ways of talking, in the order in which they are offered. A neutral list: the quiet ones first, then the loud, then what listens. */
import type { TalkStyle } from "../../ipc";

export const STYLES = [
  "silence",
  "hinting",
  "giving_in",
  "mind_reading",
  "raising_old_things",
  "sarcasm",
  "blaming",
  "threats",
  "walking_out",
  "clear_request",
  "i_statement",
  "listening_back",
  "apology",
] as const satisfies TalkStyle[];

/** The list with one style put in or taken out, always in the order above. */
export function toggled(styles: readonly TalkStyle[], key: string, on: boolean): TalkStyle[] {
  return STYLES.filter((style) => (style === key ? on : styles.includes(style)));
}
