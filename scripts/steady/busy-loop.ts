/** A processor's worth of work, as another program would do it, until whoever started it goes away. */

/** ms of work before it looks whether it is still wanted. */
const SPELL_MS = 200;

process.on("disconnect", () => process.exit());

function work(): void {
  const end = Date.now() + SPELL_MS;
  while (Date.now() < end);
  setImmediate(work);
}

work();
