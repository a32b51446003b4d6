// What does not fit into the window: one line each.
const found = [];
const page = document.scrollingElement;
const over = Math.max(page.scrollWidth, document.body.scrollWidth) - innerWidth;
if (over > 0) found.push(`the page is ${over} px too wide`);

const name = (one) =>
  (one.getAttribute("aria-label") || one.textContent || one.tagName).replace(/\s+/g, " ").trim().slice(0, 40);
const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".vh, [aria-hidden=true]");

for (const one of document.querySelectorAll("main *, [role=dialog] *")) {
  if (!one.matches("button, input, textarea, select, h1, h2, h3, p, li") || !shown(one)) continue;
  const { left, right, width } = one.getBoundingClientRect();
  if (width > 1 && (right > innerWidth + 1 || left < -1)) {
    const scrolls = (it) => it && (/auto|scroll/.test(getComputedStyle(it).overflowX) || scrolls(it.parentElement));
    if (!scrolls(one.parentElement)) found.push(`“${name(one)}” ends at ${Math.round(right)} of ${innerWidth} px`);
  }
}

// Text that its own box cuts off, without a way to scroll to it.
for (const one of document.querySelectorAll("main button, main h1, main h2, [role=dialog] button, .nav *")) {
  const { overflowX, textOverflow } = getComputedStyle(one);
  if (shown(one) && overflowX === "hidden" && textOverflow !== "ellipsis" && one.scrollWidth > one.clientWidth + 1)
    found.push(`“${name(one)}” is cut off`);
}

// What a dialog does is in sight, and so is the way to hide the window.
for (const one of document.querySelectorAll("[role=dialog] .foot button, [role=dialog] .hide")) {
  const { top, bottom } = one.getBoundingClientRect();
  if (shown(one) && (bottom > innerHeight || top < 0)) found.push(`“${name(one)}” is out of sight`);
}
return found;
