/** Which questions were passed over, until the journal locks: the window starts anew then. */
class Seen {
  /** How often "Other questions" was asked for. */
  turn = $state(0);
  /** The day on which none were wanted. */
  hidden = $state("");
}

export const seen = new Seen();
