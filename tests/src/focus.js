// Where the keyboard is: whether it was there before, whether it takes text, what it is called.
function focus() {
  const element = document.activeElement;
  const isBody = !element || element === document.body;
  const isNew = !isBody && !window.__seen?.has(element);
  if (isNew) window.__seen?.add(element);
  const TEXT =
    "textarea, [contenteditable=true], input:not([type]), input[type=text], input[type=search], " +
    "input[type=password], input[type=tel]";
  const byId = (ids) =>
    ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const isButton = !isBody && element.matches("button, [role=button], summary");
  const name =
    element?.getAttribute("aria-label") ||
    [...(element?.labels ?? [])].map((one) => one.textContent).join(" ") ||
    byId(element?.getAttribute("aria-labelledby") ?? "") ||
    (isButton ? element.textContent : element?.getAttribute("placeholder")) ||
    "";
  return {
    isNew,
    isButton,
    takesText: !isBody && element.matches(TEXT) && !element.readOnly && !element.disabled,
    name: name.replace(/\s+/g, " ").trim().slice(0, 60),
  };
}
