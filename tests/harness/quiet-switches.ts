/**
 * Where Chromium's requests of its own are sent that have no switch to turn them off: to a port that Chromium itself
 * refuses (`ERR_UNSAFE_PORT`), so that no name is resolved and no socket opened for them. `tests/harness/witness` fails
 * the test in which anything else but the test's own servers is asked for.
 */
export const NOWHERE = "http://127.0.0.1:1";

/**
 * Hosts that Chromium asks for, and has no switch to be kept from: they are resolved to nothing, so nobody is contacted.
 * It fetches a dictionary from this one when somebody writes into a field (Chromium 156, whatever its settings say).
 */
export const UNRESOLVED: readonly string[] = ["redirector.gvt1.com"];

/** Keeps a Chromium from contacting anybody by itself. Seen in Debian's Chromium 156 with Playwright 1.65. */
export const QUIET_SWITCHES: readonly string[] = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // Asks for updates of parts on demand, in spite of the switch above.
  `--component-updater=url-source=${NOWHERE}/`,
  // Asks Google which accounts are signed in.
  `--gaia-url=${NOWHERE}/`,
  // Asks Google what the fields of each form mean.
  `--autofill-server-url=${NOWHERE}/`,
  // Signs the browser up for push messages (Chromium 150).
  `--gcm-checkin-url=${NOWHERE}/`,
  `--gcm-registration-url=${NOWHERE}/`,
];

/** The one switch that says which host is where; a second one would undo the first. @param hosts that are this machine */
export function resolverSwitch(hosts: readonly string[]): string {
  const rules = [
    ...UNRESOLVED.map((host) => `MAP ${host} ~NOTFOUND`),
    ...hosts.map((host) => `MAP ${host} 127.0.0.1`),
  ];
  return `--host-resolver-rules=${rules.join()}`;
}
