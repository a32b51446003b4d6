/** How People was left, until the journal locks: the window starts anew then. */
import type { CircleKind, RecordId } from "../ipc";

class PeopleView {
  view = $state<"circles" | "list" | "time">("circles");
  /** Which circle: as it is, as it is wished for, as it was before. */
  layer: CircleKind = "now";
  chosen: RecordId | undefined;
}

export const peopleView = new PeopleView();
