/** The icon of each kind in the list. */
import Leaf from "@lucide/svelte/icons/leaf";
import MessagesSquare from "@lucide/svelte/icons/messages-square";
import PenLine from "@lucide/svelte/icons/pen-line";
import Waves from "@lucide/svelte/icons/waves";
import type { IconComponent } from "../../components/icon";
import type { KindName } from "../../ipc";

/** The icon of a kind. */
export function iconOf(kind: KindName): IconComponent {
  if (kind === "conflict") return MessagesSquare;
  if (kind === "grief" || kind === "loss") return Leaf;
  return kind === "check_in" ? Waves : PenLine;
}
