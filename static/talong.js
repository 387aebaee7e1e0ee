// Small comforts on top of pages that work without them.
"use strict";

document.documentElement.classList.add("scripted");

// A form that comes back with errors begins at its summary.
document.getElementById("error-summary")?.focus();

// The order button works once; the server takes one order from a form anyway.
document.addEventListener("submit", (event) => {
  const button = event.target.querySelector("[data-once]");
  if (button) setTimeout(() => { button.disabled = true; });
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("[data-once]").forEach((button) => { button.disabled = false; });
});
