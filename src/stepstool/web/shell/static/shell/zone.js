// Tells the form where the clock of this phone stands: zone names and local time.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const localMinute = (now) => {
  const shifted = new Date(now.getTime() - now.getTimezoneOffset() * 60000);
  return shifted.toISOString().slice(0, 16);
};

for (const input of document.querySelectorAll("[data-zone]")) {
  if (zone && !input.dataset.kept) input.value = zone;
}

for (const input of document.querySelectorAll("[data-now]")) {
  if (!input.value) input.value = localMinute(new Date());
}
