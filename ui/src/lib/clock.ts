/** A time of day as people type it. */

/** HH:MM from what was typed ("7:05", "14.30"), or null. */
export function clockIn(typed: string): string | null {
  const found = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(typed);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
