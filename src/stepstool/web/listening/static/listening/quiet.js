// A calm clock: nothing counts. One sentence gives way to the next at its minute.
const quiet = document.querySelector("[data-passed]");
const phases = [...quiet.querySelectorAll("[data-from]")];
const opened = Date.now() - Number(quiet.dataset.passed) * 1000;

const turn = () => {
  const minutes = (Date.now() - opened) / 60000;
  const now = phases.findLast((phase) => Number(phase.dataset.from) <= minutes) ?? phases[0];
  for (const phase of phases) phase.hidden = phase !== now;
  quiet.dataset.phase = String(phases.indexOf(now));
};

turn();
setInterval(turn, 5000);
document.addEventListener("visibilitychange", turn);
