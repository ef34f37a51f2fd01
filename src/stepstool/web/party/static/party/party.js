// Fills softly, a petal a minute, and never counts down; remembers whole minutes for the entry.
const flower = document.querySelector("[data-minutes]");
const sat = document.querySelector("[data-sat]");
const opened = Date.now();
// Who asked for less motion sees a petal only when its minute is over.
const still = matchMedia("(prefers-reduced-motion: reduce)");

const turn = () => {
  const minutes = (Date.now() - opened) / 60000;
  sat.value = String(Math.round(minutes));
  if (!flower) return;
  const passed = still.matches ? Math.floor(minutes) : minutes;
  flower.querySelectorAll(".full").forEach((petal, place) => {
    petal.style.setProperty("--full", Math.min(Math.max(passed - place, 0), 1));
  });
  flower.querySelector("[data-enough]").hidden = minutes < Number(flower.dataset.minutes);
};

turn();
setInterval(turn, 5000);
sat.form.addEventListener("submit", turn);
