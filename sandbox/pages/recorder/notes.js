/** The recording in progress: a list of lines by channel. */
export function createNotes() {
  const channels = new Map();
  const formerly = new Map();

  function lines(channel) {
    if (!channels.has(channel)) channels.set(channel, []);
    return channels.get(channel);
  }

  return {
    /** Something happened. */
    add: (channel, line) => lines(channel).push(line),
    /**
     * The state of something: recorded if it differs from the previous one. How long it lasted is a time, and so left
     * out.
     */
    stands(channel, value) {
      const line = typeof value === "string" ? value : JSON.stringify(value);
      if (lines(channel).at(-1) !== line) lines(channel).push(line);
    },
    /** The same for many values by name: only changed ones are recorded, because no one could read all of it. */
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

/** The card's host: an element in the page that the server didn't send. */
export function hostOf() {
  return document.querySelector("[popover]");
}
