// Copy and Share beside a link or a code; without this script it can still be marked by hand.
const copied = async (field) => {
  field.select();
  // The clipboard wants https; at home over plain http the older way does.
  if (navigator.clipboard) return navigator.clipboard.writeText(field.value);
  return document.execCommand("copy");
};

for (const box of document.querySelectorAll("[data-copy]")) {
  const field = box.querySelector("input");
  const copy = box.querySelector("[data-does='copy']");
  const share = box.querySelector("[data-does='share']");
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await copied(field);
    copy.textContent = copy.dataset.done;
  });
  if (!share || !navigator.share) continue;
  share.hidden = false;
  share.addEventListener("click", () => navigator.share({ url: field.value }).catch(() => {}));
}
