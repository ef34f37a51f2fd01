// Opens a link for the doctor. Its key stands behind the #, which no browser sends: the locked copy
// is fetched, unlocked here, and shown. See doctor/health_link.py for what the link holds.
const viewer = document.getElementById("shared");
const PAGE = ["H1", "H2", "P", "SMALL", "SECTION", "DIV", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD"];

class Unopened extends Error {}

const say = (what) => {
  for (const line of viewer.querySelectorAll("[data-says]")) line.hidden = line.dataset.says !== what;
};

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.codePointAt(0));

const textOf = (bytes) => new TextDecoder().decode(bytes);

const payloadOf = (fragment) => JSON.parse(textOf(bytesOf(fragment.split("shlink:/")[1])));

// Only what this house locked is unlocked here.
const addressOf = (payload) => {
  const address = new URL(payload.url);
  const ours = address.origin === location.origin && address.pathname.startsWith(location.pathname);
  if (!ours) throw new Unopened("broken");
  address.searchParams.set("recipient", viewer.dataset.recipient);
  return address;
};

const fetched = async (address) => {
  const options = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" };
  const answer = await fetch(address, options).catch(() => null);
  if (answer?.status === 404) throw new Unopened("ended");
  if (!answer?.ok) throw new Unopened("silent");
  return answer.text();
};

const unlocked = async (copy, key) => {
  const [head, , vector, locked, tag] = copy.split(".");
  const secret = await crypto.subtle.importKey("raw", bytesOf(key), "AES-GCM", false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: bytesOf(vector), additionalData: new TextEncoder().encode(head) };
  const both = await new Blob([bytesOf(locked), bytesOf(tag)]).arrayBuffer();
  return textOf(await crypto.subtle.decrypt(how, secret, both));
};

// Words and tables, and nothing else that a page can hold.
const drawn = (from, to) => {
  for (const part of from.childNodes) {
    if (part.nodeType === Node.TEXT_NODE) to.append(part.data);
    if (!PAGE.includes(part.nodeName)) continue;
    const element = document.createElement(part.nodeName);
    element.className = part.className;
    if (part.scope) element.scope = part.scope;
    drawn(part, element);
    to.append(element);
  }
};

// A wide table scrolls inside itself, so a keyboard has to get there.
const reachable = (sheet) => {
  sheet.tabIndex = 0;
  sheet.role = "region";
  sheet.ariaLabel = sheet.querySelector("h2").textContent;
};

const show = (bundle) => {
  const resource = JSON.parse(bundle).entry.findLast((entry) => entry.resource.resourceType === "DocumentReference").resource;
  const files = new Map([["application/fhir+json", bundle]]);
  for (const { attachment } of resource.content) files.set(attachment.contentType, bytesOf(attachment.data));
  // Its head has a style, of which the CSP would complain.
  const [, body] = textOf(files.get("text/html")).split("</head>");
  const page = new DOMParser().parseFromString(body, "text/html");
  const shown = viewer.querySelector("[data-shown]");
  shown.replaceChildren();
  drawn(page.body, shown);
  for (const sheet of shown.querySelectorAll(".sheet")) reachable(sheet);
  shown.hidden = false;
  viewer.querySelector("[data-title]").hidden = true; // the copy brings its own
  for (const link of document.querySelectorAll("[data-file]")) {
    link.href = URL.createObjectURL(new Blob([files.get(link.dataset.file)], { type: link.dataset.file }));
  }
  for (const part of document.querySelectorAll("[data-files]")) part.hidden = false;
};

const open = async () => {
  say("waiting");
  try {
    const payload = payloadOf(location.hash);
    show(await unlocked(await fetched(addressOf(payload)), payload.key));
    say("");
  } catch (error) {
    say(error instanceof Unopened ? error.message : "broken");
  }
};

open();
addEventListener("hashchange", open);
