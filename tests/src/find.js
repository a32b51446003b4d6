// Finds what is on the screen by role and accessible name, the way a screen reader would say it.
// A small part of the accessible-name rules: enough for our own pages, which axe checks besides.
// Called with (role, name, within); answers the elements to act on, best match first. Without a
// name it answers an outline of the page instead, for a failed test to print.
const [role, name, within] = arguments;

const SELECTORS = {
  button: "button, [role=button], summary, input[type=submit], input[type=button]",
  link: "a[href], [role=link]",
  textbox:
    "textarea, input:not([type]), input[type=text], input[type=password], input[type=search], " +
    "input[type=email], input[type=date], input[type=time], input[type=tel], [role=textbox], " +
    "[role=searchbox], [contenteditable=true]",
  radio: "input[type=radio], [role=radio]",
  checkbox: "input[type=checkbox]:not([role=switch]), [role=checkbox]",
  switch: "[role=switch]",
  combobox: "select, [role=combobox]",
  option: "option, [role=option], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox]",
  tab: "[role=tab]",
  spinbutton: "input[type=number], [role=spinbutton]",
  slider: "input[type=range], [role=slider]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  dialog: "dialog[open], [role=dialog], [role=alertdialog]",
  img: "img, [role=img]",
  text: "body *",
};

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();

function isShown(element) {
  if (element.closest("[aria-hidden=true], [inert]")) return false;
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
}

// What a screen reader would not read (an icon, a symbol) is not part of a name.
function spoken(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.getAttribute("aria-hidden") === "true" || node.matches("script, style")) return "";
  const label = node.getAttribute("aria-label");
  if (label) return ` ${label} `;
  if (node.matches("img")) return ` ${node.alt} `;
  const inside = [...node.childNodes].map(spoken).join("");
  return getComputedStyle(node).display.startsWith("inline") ? inside : ` ${inside} `;
}

function nameOf(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by) {
    const parts = by.split(/\s+/).map((id) => document.getElementById(id));
    return tidy(parts.map((part) => (part ? spoken(part) : "")).join(" "));
  }
  const label = element.getAttribute("aria-label");
  if (label) return tidy(label);
  if (element.matches("img")) return tidy(element.alt);
  if (element.matches("input[type=submit], input[type=button]")) return tidy(element.value);
  if (element.labels?.length) return tidy([...element.labels].map(spoken).join(" "));
  if (element.matches("input, textarea, select")) {
    return tidy(element.getAttribute("title") || element.getAttribute("placeholder"));
  }
  if (element.matches("dialog, fieldset, section, form, table, figure, nav, ul, ol")) {
    const title = element.querySelector(":scope > legend, :scope > caption, :scope > figcaption");
    return tidy(title ? spoken(title) : "");
  }
  return tidy(spoken(element)) || tidy(element.getAttribute("title"));
}

function candidates(ofRole) {
  const all = [...document.querySelectorAll(SELECTORS[ofRole])].filter((element) => {
    const says = element.getAttribute("role");
    const isOther = says && !SELECTORS[ofRole].includes(`[role=${says}]`);
    return !isOther || ofRole === "text";
  });
  // A choice is often drawn by its label while the control itself has no size.
  return all.filter((element) => isShown(element) || isShown(handle(element)));
}

// What a person would press: for a hidden control its label.
function handle(element) {
  const box = element.getBoundingClientRect();
  const isTiny = box.width < 3 || box.height < 3 || getComputedStyle(element).opacity === "0";
  return isTiny && element.labels?.length ? element.labels[0] : element;
}

function textual(wanted) {
  const holds = (element) => tidy(spoken(element)).includes(wanted);
  return candidates("text").filter((element) => holds(element) && ![...element.children].some(holds));
}

function isInside(element) {
  if (!within) return true;
  for (let up = element.parentElement; up; up = up.parentElement) {
    if (up.matches("[role], dialog, fieldset, section, form, article, li, nav, aside, tr, details")) {
      // A row by what it says. Not an article: a whole page is one, and says everything.
      if (nameOf(up) === within || (up.matches("li, tr") && nameOf(up).includes(within))) return true;
    }
  }
  return false;
}

function outline() {
  const roles = Object.keys(SELECTORS).filter((one) => one !== "text");
  const lines = roles.flatMap((one) =>
    candidates(one).map((element) => `${one} “${nameOf(element).slice(0, 80)}”`),
  );
  return [`${location.pathname}${location.hash} ${document.title}`, ...lines].join("\n");
}

if (name === undefined || name === null) return outline();

const found = (role === "text" ? textual(name) : candidates(role)).filter(isInside);
const exact = role === "text" ? found : found.filter((element) => nameOf(element) === name);
const partly = exact.length ? exact : found.filter((element) => nameOf(element).includes(name));
// What an open dialog holds comes first: what lies under it cannot be reached.
const inDialog = (element) => (element.closest(SELECTORS.dialog) ? 0 : 1);
return partly.sort((a, b) => inDialog(a) - inDialog(b)).map((element) => ({
  control: element,
  handle: handle(element),
}));
