/** The little that printing needs from the document. */
import type { Attachment } from "svelte/attachments";
import type { Paper } from "../../ipc";

const SIZES: { [Name in Paper]: string } = { a4: "210mm 297mm", letter: "8.5in 11in" };

/** Puts an element outside the app, where only paper sees it. */
export const outside: Attachment<HTMLElement> = (element) => {
  document.body.append(element);
  return () => element.remove();
};

/**
 * Sets the paper until the result is called. A sheet of its own, because a
 * size cannot hang on a class, and style elements are not allowed here.
 */
export function paperSize(paper: Paper): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${SIZES[paper]}; margin: 0; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
