/** From the browser's selection to places in the page's words, and along them by keyboard. */
import type { Place } from "./layer";

/** Where a selection begins and ends, and where its end stands in the window. */
export interface Places {
  from: Place;
  to: Place;
  end: DOMRect;
}

/** The places a selection covers within `root`; null if it covers none. */
export function placesOf(root: HTMLElement, selection: Selection | null): Places | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const spans = [...root.querySelectorAll<HTMLElement>("[data-run]")].filter((span) =>
    range.intersectsNode(span),
  );
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last) return null;
  return {
    from: {
      run: Number(first.dataset.run),
      at: offsetIn(first, range.startContainer, range.startOffset, 0),
    },
    to: {
      run: Number(last.dataset.run),
      at: offsetIn(last, range.endContainer, range.endOffset, Infinity),
    },
    end: last.getBoundingClientRect(),
  };
}

// A span holds one text: its words, and perhaps the space after them.
function offsetIn(span: HTMLElement, container: Node, offset: number, otherwise: number): number {
  if (container === span.firstChild) return offset;
  if (container === span) return offset === 0 ? 0 : Infinity;
  return otherwise;
}

/**
 * Walks along the words with the arrow keys: each step selects the next word,
 * with Shift the selection grows. Gives false for any other key.
 */
export function alongWords(event: KeyboardEvent, root: HTMLElement): boolean {
  const back = event.key === "ArrowLeft";
  if (!back && event.key !== "ArrowRight") return false;
  const selection = document.getSelection();
  if (!selection) return false;
  if (!selection.anchorNode || !root.contains(selection.anchorNode)) begin(root, selection);
  else if (event.shiftKey) selection.modify("extend", back ? "left" : "right", "word");
  else step(selection, back, root);
  inSight(selection);
  return true;
}

function begin(root: HTMLElement, selection: Selection): void {
  const text = root.querySelector("[data-run]")?.firstChild;
  if (!text) return;
  selection.collapse(text, 0);
  selection.modify("extend", "forward", "word");
}

function step(selection: Selection, back: boolean, root: HTMLElement): void {
  if (back) {
    selection.collapseToStart();
    selection.modify("move", "backward", "word");
  } else {
    selection.collapseToEnd();
  }
  if (!selection.anchorNode || !root.contains(selection.anchorNode)) begin(root, selection);
  else selection.modify("extend", "forward", "word");
}

function inSight(selection: Selection): void {
  const node = selection.focusNode;
  const element = node instanceof Element ? node : node?.parentElement;
  element?.scrollIntoView({ block: "nearest" });
}
