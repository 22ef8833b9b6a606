/** The page's service worker: receives every request of the page, its rules and its elements. */

let heard = [];

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", ({ request: { method, url, destination, mode } }) => {
  heard.push(`${method} ${url} ${destination} ${mode}`);
});

addEventListener("message", ({ data, ports: [port] }) => {
  if (data === "begin") heard = [];
  port.postMessage(heard);
});
