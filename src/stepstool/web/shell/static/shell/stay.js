// While a page stays: keeps what was typed on it for as long as its tab lives, puts it back into
// its form, and says in place why it was not sent. The words are the page's (partials/stay.html).
const words = () => document.getElementById("stay").content;
// Never left lying about: passwords and codes. The token is another one next time.
const NOT_KEPT = 'input[type="password"], [autocomplete="off"], [name="csrfmiddlewaretoken"]';

const page = () => location.pathname + location.search;
// Of each page what was typed on it: signing in is a form as well.
const where = () => `stepstool-kept ${page()}`;

export const keep = (form, address, fields) => {
  const left = new Set(Array.from(form.querySelectorAll(NOT_KEPT), (input) => input.name));
  const typed = fields.filter(([key]) => !left.has(key));
  sessionStorage.setItem(where(), JSON.stringify({ address, fields: typed }));
};

export const kept = () => JSON.parse(sessionStorage.getItem(where()) ?? "null");

export const forget = () => sessionStorage.removeItem(where());

const put = (input, values) => {
  if (input.type === "radio" || input.type === "checkbox") input.checked = values.includes(input.value);
  else if (values.length) input.value = values[0];
};

// Gives the form that was refilled; its token is added to what will be sent.
export const refill = (draft, forms) => {
  const form = Array.from(forms).find((one) => (one.getAttribute("action") ?? location.href) === draft.address);
  if (!form) return null;
  for (const input of form.elements) {
    const isTyped = input.name && input.type !== "submit" && !input.matches(NOT_KEPT);
    if (isTyped) put(input, draft.fields.filter(([key]) => key === input.name).map(([, value]) => value));
  }
  const token = form.querySelector('[name="csrfmiddlewaretoken"]')?.value;
  if (token) draft.fields.push(["csrfmiddlewaretoken", token]);
  return form;
};

export const unsay = () => document.querySelector(".stay")?.remove();

// reason: what a page of the house says of it, where it does.
export const say = (why, again, reason = "") => {
  unsay();
  const card = document.importNode(words().firstElementChild, true);
  for (const part of card.querySelectorAll("[data-why]")) part.hidden = !part.dataset.why.split(" ").includes(why);
  for (const button of card.querySelectorAll("[data-again]")) button.addEventListener("click", again);
  card.querySelector("[data-reason]").textContent = reason;
  const door = card.querySelector("a");
  door.search = new URLSearchParams({ next: location.pathname + location.search });
  document.body.append(card);
  card.querySelector(".button:not([hidden])").focus();
};

// How often a page that answers a form took the place of this one, so that nothing is sent twice.
let times = 0;

// A form without an address of its own sends to where its page came from.
const direct = (page, address) => {
  if (address === location.href) return;
  for (const form of page.querySelectorAll('form[method="post"]:not([action])')) form.action = address;
};

const dress = (page) => {
  const worn = new Set(Array.from(document.head.querySelectorAll('[rel="stylesheet"]'), (sheet) => sheet.href));
  for (const sheet of page.head.querySelectorAll('[rel="stylesheet"]')) {
    if (!worn.has(sheet.href)) document.head.append(document.importNode(sheet));
  }
};

// A browser runs a module once; under another address it looks at the new page too.
const awaken = (page) => {
  times += 1;
  const others = Array.from(page.querySelectorAll('script[type="module"]'), (script) => script.src);
  for (const source of new Set(others)) {
    if (!source.includes("shell/once")) import(`${source}?answer=${times}`);
  }
};

export const show = (text, address) => {
  const page = new DOMParser().parseFromString(text, "text/html");
  direct(page, address);
  dress(page);
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  document.getElementById("main").focus({ preventScroll: true });
  document.querySelector(".error:not([hidden])")?.scrollIntoView({ block: "center" });
  awaken(page);
};
