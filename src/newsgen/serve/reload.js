// Reloads the page when the preview has a newer one. Only the preview adds it; built pages have no script.
(() => {
  const shown = document.currentScript.dataset.version;
  let events = null;

  const listen = () => {
    events = new EventSource(`/-/events?${location.pathname}`);
    events.onmessage = (event) => {
      if (event.data !== shown) location.reload();
    };
  };

  const rest = () => {
    if (events) events.close();
    events = null;
  };

  // A browser keeps only six connections to one address: tabs that nobody sees leave theirs to the others.
  const settle = () => {
    if (document.visibilityState !== "visible") rest();
    else if (!events) listen();
  };

  document.addEventListener("visibilitychange", settle);
  addEventListener("pagehide", rest);
  addEventListener("pageshow", settle);
  settle();
})();
