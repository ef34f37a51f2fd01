// Keeps "20 minutes ago" true while the page stays open.
const steps = [
  ["minute", 60, 60],
  ["hour", 3600, 24],
  ["day", 86400, Infinity],
];
const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });

const ago = (then) => {
  const seconds = Math.max(0, (Date.now() - then) / 1000);
  const [unit, size] = steps.find(([, size, most]) => seconds / size < most);
  return words.format(-Math.floor(seconds / size), unit);
};

const refresh = () => {
  for (const time of document.querySelectorAll("time[data-ago]")) {
    const then = Date.parse(time.dateTime);
    if (!Number.isNaN(then)) time.textContent = ago(then);
  }
};

refresh();
setInterval(refresh, 30000);
document.addEventListener("visibilitychange", refresh);
