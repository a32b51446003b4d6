/** Where the palette can go. */
import Activity from "@lucide/svelte/icons/activity";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import ChartScatter from "@lucide/svelte/icons/chart-scatter";
import Compass from "@lucide/svelte/icons/compass";
import ClipboardList from "@lucide/svelte/icons/clipboard-list";
import DatabaseBackup from "@lucide/svelte/icons/database-backup";
import Diamond from "@lucide/svelte/icons/diamond";
import FileText from "@lucide/svelte/icons/file-text";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Info from "@lucide/svelte/icons/info";
import LifeBuoy from "@lucide/svelte/icons/life-buoy";
import NotebookPen from "@lucide/svelte/icons/notebook-pen";
import Pill from "@lucide/svelte/icons/pill";
import Repeat from "@lucide/svelte/icons/repeat";
import Search from "@lucide/svelte/icons/search";
import Settings2 from "@lucide/svelte/icons/settings-2";
import ShieldCheck from "@lucide/svelte/icons/shield-check";
import Signpost from "@lucide/svelte/icons/signpost";
import Sun from "@lucide/svelte/icons/sun";
import Trash2 from "@lucide/svelte/icons/trash-2";
import UserRoundPlus from "@lucide/svelte/icons/user-round-plus";
import UsersRound from "@lucide/svelte/icons/users-round";
import type { IconComponent } from "../components/icon";
import type { Route } from "../lib/router.svelte";

interface Place {
  key: string;
  icon: IconComponent;
  route: Route;
}

/** The icon of a search. */
export const FIND: IconComponent = Search;

export const PLACES: readonly Place[] = [
  { key: "today", icon: Sun, route: { name: "today" } },
  { key: "journal", icon: NotebookPen, route: { name: "journal" } },
  { key: "people", icon: UsersRound, route: { name: "people" } },
  { key: "new-person", icon: UserRoundPlus, route: { name: "person" } },
  { key: "focus", icon: Signpost, route: { name: "focus" } },
  { key: "timeline", icon: Activity, route: { name: "timeline" } },
  { key: "patterns", icon: ChartScatter, route: { name: "patterns" } },
  { key: "session", icon: CalendarDays, route: { name: "session" } },
  { key: "course", icon: Compass, route: { name: "course" } },
  { key: "scales", icon: ClipboardList, route: { name: "scales" } },
  { key: "ride", icon: Hourglass, route: { name: "ride" } },
  { key: "use", icon: Diamond, route: { name: "use" } },
  { key: "use-days", icon: CalendarDays, route: { name: "use-days" } },
  { key: "rhythm", icon: Repeat, route: { name: "rhythm" } },
  { key: "care", icon: Pill, route: { name: "other-care" } },
  { key: "plan", icon: LifeBuoy, route: { name: "safety_plan" } },
  { key: "summary", icon: FileText, route: { name: "summary" } },
  { key: "help", icon: LifeBuoy, route: { name: "help" } },
  { key: "settings", icon: Settings2, route: { name: "settings" } },
  { key: "backup", icon: DatabaseBackup, route: { name: "settings", part: "backup" } },
  { key: "trash", icon: Trash2, route: { name: "settings", part: "trash" } },
  { key: "proof", icon: ShieldCheck, route: { name: "proof" } },
  { key: "about", icon: Info, route: { name: "about" } },
];
