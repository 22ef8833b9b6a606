/** Has the page's service worker hear every request of the page, and only then adds the rules that spy. */

let worker;

/** @returns the selectors that the rules look for */
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

/** What was asked for, sorted: requests that begin together come in any order. */
export async function heardRequests() {
  return (await ask("heard")).sort();
}

/** @param what `begin`: forget what was heard on the way here; either is answered by what was heard since */
function ask(what) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(what, [port2]);
  });
}
