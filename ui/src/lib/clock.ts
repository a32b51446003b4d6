/** A time of day as people type it. */

/** HH:MM from “14:00”, “14.30”, “1430”, “9”, “2pm” or “2:30 p.m.”; null from anything else. */
export function clockIn(text: string): string | null {
  const plain = text.toLowerCase().replaceAll(/[\s\u00a0\u202f]/g, "");
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:(a|p)\.?m?\.?)?$/.exec(plain);
  if (!found) return null;
  const [, hourText = "", minuteText = "00", half] = found;
  let hour = Number(hourText);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === "p" ? 12 : 0);
  }
  if (hour > 23 || Number(minuteText) > 59) return null;
  return `${String(hour).padStart(2, "0")}:${minuteText}`;
}
