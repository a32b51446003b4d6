// Where a step with Tab led, seen from where it began (window.__from).
const [from, now] = [window.__from, document.activeElement];
if (!now || now === document.body) return from === now ? "same" : "out";
if (now === from) return "same";
if (!from?.isConnected || from === document.body) return arguments[0];
return from.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_PRECEDING ? "before" : "after";
