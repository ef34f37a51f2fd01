// Drop a file on the page, see it on its way, and hear at once when it is too big.
const form = document.getElementById("arrive");
const input = form.querySelector("input[type=file]");
const place = form.querySelector(".upload");
const bar = form.querySelector("progress");
const error = document.getElementById("file_error");

const say = (sentence) => {
  error.textContent = sentence;
  error.hidden = !sentence;
};

const isTooBig = () => input.files[0]?.size > Number(form.dataset.largest);

// The answer is the address of the preview, or this page with a sentence.
const show = (request) => {
  const isAddress = request.getResponseHeader("Content-Type")?.startsWith("text/plain");
  if (request.status < 400) location.assign(isAddress ? request.responseText : request.responseURL);
  else say(new DOMParser().parseFromString(request.responseText, "text/html").getElementById("file_error")?.textContent || form.dataset.failed);
};

const rest = () => {
  bar.hidden = true;
  form.removeAttribute("aria-busy");
};

const send = () => {
  say("");
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/plain");
  request.upload.addEventListener("progress", (event) => (bar.value = (100 * event.loaded) / event.total));
  request.addEventListener("load", () => (rest(), show(request)));
  request.addEventListener("error", () => (rest(), say(form.dataset.failed)));
  bar.hidden = false;
  form.setAttribute("aria-busy", "true");
  request.send(new FormData(form));
};

const arrive = () => {
  if (!input.files.length || form.hasAttribute("aria-busy")) return;
  if (isTooBig()) say(form.dataset.tooBig);
  else send();
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  arrive();
});
input.addEventListener("change", arrive);

place.querySelector(".drop").hidden = !matchMedia("(pointer: fine)").matches;
for (const kind of ["dragenter", "dragover"]) {
  addEventListener(kind, (event) => {
    event.preventDefault();
    place.classList.add("upload-over");
  });
}
for (const kind of ["dragleave", "drop"]) {
  addEventListener(kind, () => place.classList.remove("upload-over"));
}
addEventListener("drop", (event) => {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  input.files = event.dataTransfer.files;
  arrive();
});
