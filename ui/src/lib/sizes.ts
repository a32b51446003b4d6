/** Lengths of files in words. */
import { locale } from "./dates";

const STEP = 1024;
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** 512 byte, 4 kB, 1.2 MB: as the reader's region writes it. */
export function sizeOf(bytes: number | null): string {
  let size = bytes ?? 0;
  let unit = 0;
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  return new Intl.NumberFormat(locale(), {
    style: "unit",
    unit: UNITS[unit] ?? "byte",
    unitDisplay: unit === 0 ? "long" : "short",
    maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0,
  }).format(size);
}
