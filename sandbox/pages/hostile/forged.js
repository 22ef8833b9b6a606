/** Messages and documents that pretend to be the extension's. */

const mention = () => document.getElementById("mention").textContent;

/** Everything that content scripts, cards and pages of the extension send to its background. */
export function messages() {
  const query = { kind: "email", value: mention() };
  const anchor = { left: 1, top: 1, width: 9, height: 9, isDirect: true };
  return [
    { type: "lookUp", query },
    { type: "issueTicket", page: 1 },
    { type: "loadCard" },
    { type: "fillCard", query, pinned: false, expanded: false, again: false },
    { type: "tellTopFrame", input: { type: "over", query, anchor, time: Date.now() } },
    { type: "frameInput", input: { type: "over", query, anchor, time: Date.now() }, zoom: 1 },
    { type: "frameInvoked", by: "keyboard", query, anchor, zoom: 1 },
    { type: "begin", look: 1, query, pinned: false, expanded: false },
    { type: "refresh" },
    { type: "lookElsewhere" },
    { type: "pinCard", pinned: true },
  ];
}

function frameOf(src) {
  const frame = Object.assign(document.createElement("iframe"), { src });
  document.body.append(frame);
  return new Promise((loaded) => frame.addEventListener("load", () => loaded(frame)));
}

export const forged = {
  async "messages to the window, to frames, to channels"() {
    const channel = new BroadcastChannel("keycard");
    for (const message of messages()) {
      for (const target of [window, frames[0]]) target.postMessage(message, "*");
      channel.postMessage(message);
    }
    localStorage.setItem("keycard", JSON.stringify(messages()));
  },
  "events named after the extension"({ id }) {
    for (const type of [
      `${id}:page:wxt:content-script-started`,
      "wxt:content-script-started",
      "wxt:locationchange",
      id,
    ])
      for (const target of [window, document]) {
        target.dispatchEvent(new CustomEvent(type, { detail: messages() }));
        window.postMessage({ type, contentScriptName: "page", id }, "*");
      }
  },
  async "the extension's own line, if a page has one"({ id }) {
    const { runtime } = globalThis.chrome ?? {};
    for (const message of messages())
      await Promise.resolve(runtime?.sendMessage?.(id, message)).catch(() => undefined);
    runtime?.connect?.(id, { name: "card#guessed" })?.postMessage({ type: "refresh" });
  },
  async "the card in frames of its own, with tickets it has guessed"({ id }) {
    for (const ticket of ["", "#", "#guessed", "#00000000-0000-4000-8000-000000000000"]) {
      const frame = await frameOf(`chrome-extension://${id}/card.html${ticket}`);
      for (const message of messages()) frame.contentWindow.postMessage(message, "*");
    }
  },
  async "popup, options and side panel in frames"({ id }) {
    for (const page of ["popup", "options", "sidepanel"]) {
      const frame = await frameOf(`chrome-extension://${id}/${page}.html`);
      for (const message of messages()) frame.contentWindow.postMessage(message, "*");
    }
  },
  "a card's host of its own"() {
    const host = Object.assign(document.createElement("div"), { popover: "manual" });
    host.attachShadow({ mode: "closed" }).append(document.createElement("iframe"));
    document.documentElement.append(host);
    host.showPopover();
    host.click();
    host.dispatchEvent(new PointerEvent("pointerenter"));
    host.dispatchEvent(new MouseEvent("mousemove", { bubbles: true }));
  },
};
