/** The browser's own record of the page. */

/**
 * Left out, because they exist or not by how busy the machine is: tasks and frames that took long, and events whose
 * handling did (`event`, of which the first, `first-input`, is kept).
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

/** All that an entry says but its times and durations. A layout shift's value is its size, not when it was. */
function inWords({ name, initiatorType, responseStatus, value, identifier, element, url }) {
  return JSON.stringify([name, initiatorType, responseStatus, value, identifier, element?.id, url]);
}
