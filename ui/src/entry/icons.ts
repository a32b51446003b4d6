/** The icon of each kind. */
import BookHeart from "@lucide/svelte/icons/book-heart";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import Compass from "@lucide/svelte/icons/compass";
import Diamond from "@lucide/svelte/icons/diamond";
import Flag from "@lucide/svelte/icons/flag";
import FlaskConical from "@lucide/svelte/icons/flask-conical";
import Handshake from "@lucide/svelte/icons/handshake";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Leaf from "@lucide/svelte/icons/leaf";
import LifeBuoy from "@lucide/svelte/icons/life-buoy";
import MessageCircleQuestionMark from "@lucide/svelte/icons/message-circle-question-mark";
import MessageSquareQuote from "@lucide/svelte/icons/message-square-quote";
import MessagesSquare from "@lucide/svelte/icons/messages-square";
import PenLine from "@lucide/svelte/icons/pen-line";
import Phone from "@lucide/svelte/icons/phone";
import Pill from "@lucide/svelte/icons/pill";
import Repeat from "@lucide/svelte/icons/repeat";
import Signpost from "@lucide/svelte/icons/signpost";
import Sparkle from "@lucide/svelte/icons/sparkle";
import Split from "@lucide/svelte/icons/split";
import UserRound from "@lucide/svelte/icons/user-round";
import UsersRound from "@lucide/svelte/icons/users-round";
import Waves from "@lucide/svelte/icons/waves";
import type { IconComponent } from "../components/icon";
import type { KindName } from "../ipc";

const ICONS: Partial<Record<KindName, IconComponent>> = {
  person: UserRound,
  conflict: MessagesSquare,
  dispute: MessagesSquare,
  grief: Leaf,
  loss: Leaf,
  memory: BookHeart,
  check_in: Waves,
  transition: Signpost,
  connection: Handshake,
  contact: Handshake,
  attempt: Phone,
  pattern: Repeat,
  past_relationship: UsersRound,
  event: Sparkle,
  life_event: Flag,
  decision: Split,
  rehearsal: MessageSquareQuote,
  experiment: FlaskConical,
  ride: Hourglass,
  use: Diamond,
  safety_plan: LifeBuoy,
  care: Pill,
  rhythm: Repeat,
  rhythm_day: Repeat,
  course: Compass,
  session: CalendarDays,
  prompt: MessageCircleQuestionMark,
};

/** The icon of a kind. */
export function iconOf(kind: KindName): IconComponent {
  return ICONS[kind] ?? PenLine;
}
