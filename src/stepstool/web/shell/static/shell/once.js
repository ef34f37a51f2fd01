// One press, one entry: names the entry before it is sent, and sends each form only once.

// randomUUID needs https; at home over plain http the same is made by hand.
const uuid = () => {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

const forms = document.querySelectorAll("form[data-once]");

const name = (form) => {
  for (const input of form.querySelectorAll("input[data-born-here]")) input.value = uuid();
};

// A disabled button would not send its own name, so a second press is swallowed instead.
const guard = (event) => {
  const form = event.currentTarget;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  form.setAttribute("aria-busy", "true");
};

for (const form of forms) {
  name(form);
  form.addEventListener("submit", guard);
}

// Coming back with the Back button shows the old page: ready for a new entry.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of forms) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
    name(form);
  }
});
