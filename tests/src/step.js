// Waits until the key that was pressed has come from the desktop to the page, which takes seconds
// on a busy computer, and answers where it led (seen from window.__from) and what is there.
const [wanted] = arguments;
const done = arguments[arguments.length - 1];
const LONGEST_MS = 10_000;
// A key that led nowhere: the page ends here.
const STILL_MS = 250;
function where() {
  const [from, now] = [window.__from, document.activeElement];
  if (!now || now === document.body) return from === now ? "same" : "out";
  if (now === from) return "same";
  if (!from?.isConnected || from === document.body) return wanted;
  return from.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_PRECEDING ? "before" : "after";
}
const begun = performance.now();
let heard = 0;
function look() {
  const [now, came] = [performance.now(), where()];
  if (window.__keys > 0 && heard === 0) heard = now;
  const isOver = now - begun > LONGEST_MS || (heard > 0 && now - heard > STILL_MS);
  if (came === "same" && !isOver) return setTimeout(look, 10);
  if (came !== wanted) window.__from?.focus?.();
  return done({ came, focus: came === wanted ? focus() : null });
}
look();
