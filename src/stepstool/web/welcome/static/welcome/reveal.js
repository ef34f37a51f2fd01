// Lets a tired thumb see the password it types.
for (const input of document.querySelectorAll("input[type=password]")) {
  const words = document.getElementById("reveal-words").dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-quiet";
  button.setAttribute("aria-controls", input.id);
  const label = () => (button.textContent = input.type === "password" ? words.show : words.hide);
  button.addEventListener("click", () => {
    input.type = input.type === "password" ? "text" : "password";
    label();
    input.focus();
  });
  label();
  input.closest(".field").append(button);
}
