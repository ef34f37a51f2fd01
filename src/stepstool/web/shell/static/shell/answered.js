// Shows the page that answers a form in the place of this one, so that nothing is sent twice.
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
