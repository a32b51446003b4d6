/** What of the closer look is filled in. */
import type { Conflict } from "../../ipc";

/** Whether anything stands in the closer look, so that it is not folded away. */
export function looked(body: Conflict): boolean {
  return (
    body.my_style.length > 0 ||
    body.their_style.length > 0 ||
    body.message_meant.trim() !== "" ||
    body.message_heard.trim() !== "" ||
    body.got_what_i_wanted !== null ||
    body.between_us_after !== null ||
    body.i_had_used !== null ||
    body.they_had_used !== null
  );
}
