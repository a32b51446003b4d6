/** How wide words would be on their own, so that the layer can be fitted to the picture. */

let context: CanvasRenderingContext2D | null | undefined;

/** The width of a text at a size, in the same unit as the size; null where nothing can be measured. */
export function widthOf(text: string, size: number, family: string): number | null {
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return null;
  // Measured large, so that rounding to whole pixels does not show.
  context.font = `100px ${family}`;
  const { width } = context.measureText(text);
  return width > 0 ? (width * size) / 100 : null;
}
