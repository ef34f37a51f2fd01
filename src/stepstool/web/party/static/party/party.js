// Fills softly and never counts down; remembers whole minutes for the entry.
const sun = document.querySelector("[data-minutes]");
const sat = document.querySelector("[data-sat]");
const opened = Date.now();

const turn = () => {
  const minutes = (Date.now() - opened) / 60000;
  sat.value = String(Math.round(minutes));
  if (!sun) return;
  sun.querySelector("progress").value = minutes;
  sun.querySelector("[data-enough]").hidden = minutes < Number(sun.dataset.minutes);
};

turn();
setInterval(turn, 5000);
sat.form.addEventListener("submit", turn);
