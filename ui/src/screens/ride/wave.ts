/** The wave of an urge in a box of 1000 by 240: it rises, and it falls. Pure. */
const STEPS = 60;
const BOTTOM = 215;
const TOP = 20;
/** Where it is highest, as a part of the way. */
const PEAK = 0.42;

/** How far down the line is at a part of the way, 0 to 1. */
export function heightAt(part: number): number {
  const way = part < PEAK ? part / PEAK : (1 - part) / (1 - PEAK);
  const rise = (1 - Math.cos(Math.PI * Math.min(1, Math.max(0, way)))) / 2;
  return BOTTOM - (BOTTOM - TOP) * rise;
}

/** The line from the start to a part of the way. */
export function pathTo(part: number): string {
  const steps = Math.max(1, Math.ceil(STEPS * part));
  const points = Array.from({ length: steps + 1 }, (_, step) => (part * step) / steps);
  return points
    .map(
      (at, place) =>
        `${place === 0 ? "M" : "L"}${(at * 1000).toFixed(1)} ${heightAt(at).toFixed(1)}`,
    )
    .join(" ");
}

/** The whole line. */
export const WAVE = pathTo(1);
