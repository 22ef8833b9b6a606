/** What the browser stores for the page. */

/** Counts of these depend on how often the browser checked the pointer's position. */
const POINTER = /^(pointer|mouse|drag)/;

/** The number of events of each kind, as the browser counts them. */
export function readCounts(notes) {
  const counts = [...performance.eventCounts].filter(([type]) => !POINTER.test(type));
  notes.put(
    "event counts",
    counts.map(([type, count]) => `${type} ${count}`),
  );
}

export async function readStored(notes) {
  const used = [...document.fonts].filter(({ status }) => status !== "unloaded");
  notes.put("stored", [
    `cookies ${document.cookie}`,
    `storage ${JSON.stringify([{ ...localStorage }, { ...sessionStorage }])}`,
    `databases ${JSON.stringify(await indexedDB.databases())}`,
    `caches ${JSON.stringify(await caches.keys())}`,
    `locks ${JSON.stringify(await navigator.locks.query())}`,
    `fonts ${used.map(({ unicodeRange }) => unicodeRange).join(" ")}`,
  ]);
}
