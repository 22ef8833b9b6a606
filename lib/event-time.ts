/**
 * When an event happened, in ms since the epoch, on the clock that all documents of a machine share. Not
 * `performance.timeOrigin + timeStamp`: that clock stops while a laptop sleeps, so it is off by hours, and differently
 * in documents that were opened before and after (https://w3c.github.io/hr-time/#dfn-get-time-origin-timestamp).
 */
export function timeOf({ timeStamp }: Event): number {
  return Date.now() - (performance.now() - timeStamp);
}
