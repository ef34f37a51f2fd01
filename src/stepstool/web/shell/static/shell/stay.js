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

export const say = (why, again) => {
  unsay();
  const card = document.importNode(words().firstElementChild, true);
  for (const part of card.querySelectorAll("[data-why]")) part.hidden = !part.dataset.why.split(" ").includes(why);
  for (const button of card.querySelectorAll("[data-again]")) button.addEventListener("click", again);
  const door = card.querySelector("a");
  door.search = new URLSearchParams({ next: location.pathname + location.search });
  document.body.append(card);
  card.querySelector(".button:not([hidden])").focus();
};
