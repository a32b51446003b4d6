/** A length of sleep as people write it. */

const MOST = 24 * 60;

/** Minutes from “7”, “7.5”, “7,5”, “7:30” or “7 h 30”; null from anything else. */
export function sleepIn(text: string): number | null {
  const plain = text.toLowerCase().replaceAll(/[\s\u00a0]/g, "");
  const parts = /^(\d{1,2})(?::|h)(\d{1,2})?(?:m|min)?$/.exec(plain);
  const decimal = /^(\d{1,2}(?:[.,]\d{1,2})?)h?$/.exec(plain);
  let minutes: number | null = null;
  if (decimal) minutes = Math.round(Number((decimal[1] ?? "").replace(",", ".")) * 60);
  else if (parts && Number(parts[2] ?? 0) < 60)
    minutes = Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  return minutes !== null && minutes <= MOST ? minutes : null;
}

/** “7:30” */
export function sleepText(minutes: number | null): string {
  if (minutes === null) return "";
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
