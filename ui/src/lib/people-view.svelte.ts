/** How People was left, until the journal locks: the window starts anew then. */
import type { RecordId } from "../ipc";

class PeopleView {
  view = $state<"circles" | "list">("circles");
  chosen: RecordId | undefined;
}

export const peopleView = new PeopleView();
