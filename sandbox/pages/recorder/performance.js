/** The browser's own record of the page. */

/**
 * Left out, because they depend on how busy the machine is: long tasks and frames, and slowly handled events (`event`,
 * of which the first, `first-input`, is kept).
 */
const BY_LOAD = new Set(["longtask", "long-animation-frame", "event"]);

export function hearPerformance(notes) {
  for (const type of PerformanceObserver.supportedEntryTypes) {
    if (BY_LOAD.has(type)) continue;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) notes.add(`performance: ${type}`, inWords(entry));
    }).observe({ type });
  }
}

/** Everything in an entry except its times and durations. A layout shift's value is its size, not its time. */
function inWords({ name, initiatorType, responseStatus, value, identifier, element, url }) {
  return JSON.stringify([name, initiatorType, responseStatus, value, identifier, element?.id, url]);
}
