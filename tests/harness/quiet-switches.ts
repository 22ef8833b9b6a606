/**
 * The target for Chromium's own requests that have no switch to turn them off: a port that Chromium itself blocks
 * (`ERR_UNSAFE_PORT`), so that no name is resolved and no socket opened. `tests/harness/witness` fails a test in which
 * anything but the test's own servers is requested.
 */
export const NOWHERE = "http://127.0.0.1:1";

/**
 * Hosts that Chromium contacts without a switch to prevent it: they resolve to nothing. It downloads a dictionary from
 * this one when someone types into a field (Chromium 156, whatever its settings say).
 */
export const UNRESOLVED: readonly string[] = ["redirector.gvt1.com"];

/** Keeps a Chromium from contacting anyone by itself. As needed by Debian's Chromium 156 with Playwright 1.65. */
export const QUIET_SWITCHES: readonly string[] = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // Requests component updates on demand, despite the switch above.
  `--component-updater=url-source=${NOWHERE}/`,
  // Asks Google which accounts are signed in.
  `--gaia-url=${NOWHERE}/`,
  // Asks Google what the fields of each form mean.
  `--autofill-server-url=${NOWHERE}/`,
  // Registers the browser for push messages (Chromium 150).
  `--gcm-checkin-url=${NOWHERE}/`,
  `--gcm-registration-url=${NOWHERE}/`,
];

/** The one switch that maps hosts; a second one would override the first. @param hosts that resolve to this machine */
export function resolverSwitch(hosts: readonly string[]): string {
  const rules = [
    ...UNRESOLVED.map((host) => `MAP ${host} ~NOTFOUND`),
    ...hosts.map((host) => `MAP ${host} 127.0.0.1`),
  ];
  return `--host-resolver-rules=${rules.join()}`;
}
