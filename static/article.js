"use strict";

/* What an article's page can do beyond being read: copy the reference. */

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
