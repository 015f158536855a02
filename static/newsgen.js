"use strict";

/* Light or dark: the system's choice, unless the reader has made another one here. Runs in the head, before the page is
   painted, so that it never flashes in the wrong colours. */

(() => {
  const KEY = "newsgen-scheme";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const preferred = () => (system.matches ? "dark" : "light");
  const shown = () => root.dataset.scheme ?? preferred();

  /* Storage may be refused (a private window, a page opened from disk): then the choice holds for this page. */
  function recall() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function remember(scheme) {
    try {
      if (scheme) localStorage.setItem(KEY, scheme);
      else localStorage.removeItem(KEY);
    } catch { /* see above */ }
  }

  function apply(scheme) {
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
  }

  apply(recall());

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".scheme");
    if (!button) return;
    const name = () => { button.textContent = shown() === "dark" ? button.dataset.light : button.dataset.dark; };
    button.addEventListener("click", () => {
      const other = shown() === "dark" ? "light" : "dark";
      const choice = other === preferred() ? null : other;
      remember(choice);
      apply(choice);
      name();
    });
    system.addEventListener("change", name);
    addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      apply(event.newValue);
      name();
    });
    name();
    button.hidden = false;
  });
})();
