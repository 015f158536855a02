"use strict";

/* What an article's page can do beyond being read: say who a name is, copy the reference. */

/* A card beside a linked name, for the mouse and the keyboard; a finger follows the link. It goes with Escape, stays
   while the mouse is on it, and is told to screen readers as the link's description. The cards lie in small scripts,
   which load from a disk, too. */

(() => {
  const folder = new URL("../cards/", document.currentScript.src);
  const loads = new Map();
  const shards = new Map();
  let prefixes = [];
  let link = null;
  let timer = 0;

  window.newsgenCards = {
    open(all) { prefixes = all; },
    take(prefix, held) { shards.set(prefix, held); },
  };

  function load(name) {
    if (!loads.has(name)) {
      loads.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(name, folder);
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      }));
    }
    return loads.get(name);
  }

  async function find(key) {
    await load("index.js");
    const fitting = prefixes.filter((prefix) => key.startsWith(prefix));
    if (!fitting.length) return null;
    const prefix = fitting.reduce((one, other) => (other.length > one.length ? other : one), "");
    await load(`s-${prefix.replace(/[^a-z0-9]/g, (sign) => `-${sign.codePointAt(0).toString(16)}-`)}.js`);
    return shards.get(prefix)?.[key];
  }

  const card = document.createElement("div");
  card.className = "name-card";
  card.id = "name-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  for (let line = 0; line < 3; line += 1) card.append(document.createElement("span"));

  function hide() {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    link = null;
    card.hidden = true;
  }

  async function show(target) {
    hide();
    link = target;
    const key = decodeURIComponent(target.pathname).split("/").slice(-2).join("/").replace(/\.html$/, "");
    const held = await find(key).catch(() => null);
    if (!held || link !== target) return;
    const [lines, language] = [held.slice(0, 3), held[3]];
    lines.forEach((line, place) => { card.children[place].textContent = line; });
    card.children[1].lang = language ?? document.documentElement.lang;
    card.hidden = false;
    const place = target.getClientRects()[0];
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    const below = place.bottom + card.offsetHeight < innerHeight;
    card.style.left = `${scrollX + Math.max(8, Math.min(place.left, room))}px`;
    card.style.top = `${scrollY + (below ? place.bottom : place.top - card.offsetHeight)}px`;
    target.setAttribute("aria-describedby", card.id);
  }

  function later(action, wait) {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  }

  const named = (node) => node.closest?.("a.name");

  document.addEventListener("DOMContentLoaded", () => {
    document.body.append(card);
    document.addEventListener("pointerover", (event) => {
      const target = named(event.target);
      if (event.pointerType !== "mouse") return;
      if (target && target !== link) later(() => show(target), 250);
      else if (target || card.contains(event.target)) clearTimeout(timer);
      else if (link) later(hide, 250);
      else clearTimeout(timer);
    });
    document.addEventListener("focusin", (event) => {
      const target = named(event.target);
      if (target?.matches(":focus-visible")) show(target);
      else hide();
    });
    document.addEventListener("focusout", hide);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  });
})();

/* Copying the reference. */

(() => {
  /* Select the text, so that it can be copied by hand where the clipboard is refused. */
  function select(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  async function copy(node) {
    select(node);
    try {
      await navigator.clipboard.writeText(node.textContent);
      return true;
    } catch {
      return document.execCommand("copy");
    }
  }

  const button = document.querySelector(".cite .copy");
  button?.addEventListener("click", async () => {
    const told = button.parentElement.querySelector("[role=status]");
    told.textContent = (await copy(document.querySelector(".cite .reference"))) ? button.dataset.done : "";
  });
  if (button) button.hidden = false;
})();
