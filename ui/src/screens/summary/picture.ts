/** A page's picture as an image of its own: inside one, nothing can run or reach out. */
import type { Attachment } from "svelte/attachments";

/** Shows an SVG in an `<img>`, and lets it go with it. */
export function picture(svg: string): Attachment<HTMLImageElement> {
  return (image) => {
    const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    image.src = address;
    return () => URL.revokeObjectURL(address);
  };
}
