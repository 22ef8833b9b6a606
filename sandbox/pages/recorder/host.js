/** What the page can read of the card's host. */

const PSEUDO_ELEMENTS = ["", "::before", "::after", "::backdrop", "::marker", "::first-line"];

export function sampleHost(notes, host) {
  notes.stands("host", host ? facts(host) : "none");
  notes.stand("host's styles", host ? styles(host) : new Map());
}

function facts(host) {
  return {
    html: host.getHTML({ serializableShadowRoots: true }),
    shadow: String(host.shadowRoot),
    box: host.getBoundingClientRect().toJSON(),
    boxes: host.getClientRects().length,
    inner: [host.scrollWidth, host.scrollHeight, host.scrollLeft, host.scrollTop],
    outer: [host.offsetWidth, host.offsetHeight, host.clientWidth, host.clientHeight],
    text: [host.innerText, host.textContent],
    attributes: [...host.attributes].map(({ name, value }) => `${name}=${value}`),
    properties: Object.getOwnPropertyNames(host),
    aria: [host.role, host.ariaLabel, host.ariaBusy, host.tabIndex],
    visible: host.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    animations: host.getAnimations({ subtree: true }).length,
    parent: host.parentNode.nodeName,
  };
}

function styles(host) {
  const all = new Map();
  for (const pseudo of PSEUDO_ELEMENTS) {
    const style = getComputedStyle(host, pseudo);
    for (const name of style) all.set(`${pseudo} ${name}`, style.getPropertyValue(name));
  }
  return all;
}
