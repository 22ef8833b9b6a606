/** Keeps one processor busy, as another program would, until the process that started it is gone. */

/** ms of work between checks whether it is still needed. */
const BURST_MS = 200;

process.on("disconnect", () => process.exit());

function work(): void {
  const end = Date.now() + BURST_MS;
  while (Date.now() < end);
  setImmediate(work);
}

work();
