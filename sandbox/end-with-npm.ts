/** Milliseconds between two checks of the parent process. */
const INTERVAL_MS = 200;

/**
 * Calls `end` when `npm run` is gone. npm passes SIGTERM to the shell in which it runs a script; the shell dies without
 * passing it on, and the script would keep its port forever (npm 11.19, dash, November 2026; can go when scripts get
 * the signal). Does nothing if not started by npm: a process that a shell left in the background has lost its parent
 * for a good reason.
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
