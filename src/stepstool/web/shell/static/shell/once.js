// One press, one entry, and nothing typed is lost: names the entry before it is sent, sends each
// form once, and stays on the page with what was typed while nobody answers.
import { forget, keep, kept, refill, say, show, unsay } from "./stay.js";

const PATIENCE = 10000;
const TOKEN = "csrfmiddlewaretoken";
const forms = () => document.querySelectorAll('form[method="post"]:not([enctype])');

// randomUUID needs https; at home over plain http the same is made by hand.
const uuid = () => {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

const name = (form) => {
  for (const input of form.querySelectorAll("input[data-born-here]")) input.value = uuid();
};

const rest = (form) => {
  delete form.dataset.sent;
  form.removeAttribute("aria-busy");
};

const fieldsOf = (form, button) => {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return button?.name ? [...fields, [button.name, button.value]] : fields;
};

const post = (address, fields) =>
  fetch(address, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { "X-Stay": "yes" },
    signal: AbortSignal.timeout(PATIENCE),
    keepalive: true, // who taps on meanwhile loses nothing either
  });

// The page was open for so long that its token ended: takes a new one from the same page.
const renew = async (fields) => {
  const answer = await fetch(location.href, { signal: AbortSignal.timeout(PATIENCE) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(`[name=${TOKEN}]`)?.value;
  for (const input of document.querySelectorAll(`[name=${TOKEN}]`)) input.value = fresh ?? input.value;
  return fields.map(([key, value]) => [key, key === TOKEN && fresh ? fresh : value]);
};

const go = (address) => {
  const there = new URL(address, location.href);
  const samePage = there.pathname + there.search === location.pathname + location.search;
  location.assign(there);
  if (samePage && there.hash) location.reload();
};

const stay = (why, form, fields, address, words = "") => {
  rest(form);
  keep(form, address, fields);
  say(why, () => send(form, fields, address), words);
};

// The diary could not be written: its page says why.
const refused = async (answer, form, fields, address) => {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const words = page.querySelector("[data-not-saved]")?.textContent ?? "";
  stay(words ? "unsaved" : "broken", form, fields, address, words);
};

// Something is to be corrected (422, or a page as any other), or this form leads nowhere now.
const correct = async (answer, form, fields, address) => {
  const text = await answer.text();
  if (answer.status >= 400 && answer.status !== 422) keep(form, address, fields);
  show(text, address);
  begin();
};

const send = async (form, fields, address) => {
  form.dataset.sent = "yes";
  form.setAttribute("aria-busy", "true");
  unsay();
  try {
    let answer = await post(address, fields);
    if (answer.headers.has("X-Stale")) answer = await post(address, await renew(fields));
    if (answer.headers.has("X-Goes-To")) {
      if (answer.status === 401) return stay("signed-out", form, fields, address);
      forget();
      return go(answer.headers.get("X-Goes-To"));
    }
    if (answer.status >= 500) return await refused(answer, form, fields, address);
    await correct(answer, form, fields, address);
  } catch {
    stay("silent", form, fields, address);
  }
};

// A disabled button would not send its own name, so a second press is swallowed instead.
const pressed = (event) => {
  const { currentTarget: form, submitter: button } = event;
  event.preventDefault();
  if (form.dataset.sent) return;
  const address = button?.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href;
  send(form, fieldsOf(form, button), address);
};

const begin = () => {
  for (const form of forms()) {
    name(form);
    form.addEventListener("submit", pressed);
  }
};
begin();

// Back after signing in, or after a reload: what was typed here stands in its form again.
const before = kept();
const waiting = before && refill(before, forms());
if (waiting) say("kept", () => send(waiting, before.fields, before.address));

// Coming back with the Back button shows the old page: ready for a new entry.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  unsay();
  for (const form of forms()) {
    rest(form);
    name(form);
  }
});

// The page scrolls between its head and its foot: back where one was after a reload or Back.
const main = () => document.getElementById("main");
main().scrollTop = location.hash ? main().scrollTop : (history.state?.top ?? 0);
addEventListener("pagehide", () => history.replaceState({ ...history.state, top: main().scrollTop }, ""));
