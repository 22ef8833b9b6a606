/** The recording while it is made: a list of lines by channel. */
export function createNotes() {
  const channels = new Map();
  const formerly = new Map();

  function lines(channel) {
    if (!channels.has(channel)) channels.set(channel, []);
    return channels.get(channel);
  }

  return {
    /** What happened. */
    add: (channel, line) => lines(channel).push(line),
    /** How something stands: noted if it stands otherwise than before. How long it stood so is a time. */
    stands(channel, value) {
      const line = typeof value === "string" ? value : JSON.stringify(value);
      if (lines(channel).at(-1) !== line) lines(channel).push(line);
    },
    /** The same for many values by name: noted is what has changed of them, for all of it could not be read. */
    stand(channel, values) {
      const former = formerly.get(channel);
      formerly.set(channel, values);
      const changed = [...values].filter(([name, value]) => former?.get(name) !== value);
      if (changed.length > 0)
        lines(channel).push(changed.map(([name, value]) => `${name}: ${value}`).join("; "));
    },
    /** A whole channel at once. */
    put: (channel, all) => channels.set(channel, all),
    all: () => Object.fromEntries(channels),
  };
}

/** A node in few words. */
export function named(node) {
  if (node === null || node === undefined) return "none";
  if (node === window) return "window";
  if (!(node instanceof Element)) return node.nodeName ?? String(node.constructor.name);
  return node.id ? `#${node.id}` : node.localName;
}

/** The card's host: what stands in the page and was not sent with it. */
export function hostOf() {
  return document.querySelector("[popover]");
}
