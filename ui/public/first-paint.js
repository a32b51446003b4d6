// Sets theme, text size, language and direction before the first paint, so
// that a dark room never gets a white flash. The shell puts these plain
// preferences, and nothing else, into the page's address.
(function () {
  var asked = new URLSearchParams(location.search);
  var root = document.documentElement;
  var theme = asked.get("theme");
  var dark =
    theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "dark" : "light";
  var text = Number(asked.get("text"));
  if (text >= 100 && text <= 200) root.style.setProperty("--text-scale", String(text / 100));
  var language = asked.get("language");
  if (/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language || "")) {
    root.lang = language;
    root.dir = /^(ar|fa|he|ur)\b/.test(language) ? "rtl" : "ltr";
  }
})();
