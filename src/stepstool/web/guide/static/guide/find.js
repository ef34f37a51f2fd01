// Find as you type: asks the same page for what fits, and shows its answer in place.
const form = document.querySelector(".find");
const input = form.querySelector("input");
const matches = document.getElementById("matches");
const PAUSE = 200;
let timer;
let latest;

const show = async () => {
  latest?.abort();
  latest = new AbortController();
  const address = `?${new URLSearchParams(new FormData(form))}`;
  try {
    const answer = await fetch(address, { signal: latest.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("matches");
    if (fresh) matches.replaceChildren(...fresh.childNodes);
  } catch {
    // Typed on, or no network: the button still asks in the plain way.
  }
};

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(show, PAUSE);
});
