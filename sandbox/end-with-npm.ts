/** Milliseconds between two looks at who the parent is. */
const INTERVAL_MS = 200;

/**
 * Calls `end` when `npm run` has gone. npm passes SIGTERM to the shell that it runs a script in; the shell
 * dies of it without telling the script, which would then keep its port forever (npm 11.19, dash,
 * November 2026; to be dropped when a script sees the signal). Does nothing when not started by npm: a
 * process that a shell left in the background has lost its parent for a good reason.
 */
export function endWithNpm(end: () => void): void {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, INTERVAL_MS);
  timer.unref();
}
