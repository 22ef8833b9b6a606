/**
 * Makes sure that the page's service worker receives every request of the page, and only then adds the spying rules.
 */

let worker;

/** @returns the selectors of the rules */
export async function listenToRequests() {
  const { serviceWorker } = navigator;
  await serviceWorker.register("/recorder/worker.js");
  if (!serviceWorker.controller)
    await new Promise((taken) => serviceWorker.addEventListener("controllerchange", taken));
  worker = serviceWorker.controller;
  await ask("begin");
  const rules = document.createElement("link");
  rules.rel = "stylesheet";
  rules.href = "/recorder/spy/rules.css";
  document.head.append(rules);
  await new Promise((loaded) => rules.addEventListener("load", loaded));
  await document.fonts.ready;
  return (await fetch("/recorder/spy/probes.json")).json();
}

/** What was requested, sorted: requests that start together arrive in any order. */
export async function heardRequests() {
  return (await ask("heard")).sort();
}

/** @param what `begin`: discard what was received on the way here; either is answered with what was received since */
function ask(what) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(what, [port2]);
  });
}
