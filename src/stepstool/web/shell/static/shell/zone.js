// Tells the form where the clock of this phone stands: zone names and local time. Of zones it
// offers the likely ones; whoever is elsewhere opens the whole list.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const localMinute = (now) => {
  const shifted = new Date(now.getTime() - now.getTimezoneOffset() * 60000);
  return shifted.toISOString().slice(0, 16);
};

const named = (select, name) => {
  const option = Array.from(select.options).find((one) => name && one.value === name);
  const region = option?.closest("optgroup")?.label;
  return option && new Option(region ? `${option.text} (${region})` : option.text, name);
};

const shorten = (select) => {
  const whole = Array.from(select.children);
  const chosen = select.value;
  const likely = [...new Set([chosen, zone])].map((name) => named(select, name)).filter(Boolean);
  if (!likely.length) return;
  const another = new Option(select.dataset.another, "");
  select.replaceChildren(...likely, another);
  select.value = likely[0].value;
  const open = () => {
    if (!another.selected) return;
    select.removeEventListener("change", open);
    select.replaceChildren(...whole);
    select.value = likely[0].value;
  };
  select.addEventListener("change", open);
};

for (const input of document.querySelectorAll("[data-zone]")) {
  if (zone && !input.dataset.kept) input.value = zone;
  if (input.dataset.another) shorten(input);
}

for (const input of document.querySelectorAll("[data-now]")) {
  if (!input.value) input.value = localMinute(new Date());
}
