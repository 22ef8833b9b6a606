import { BARE } from "../extension-page.ts";
import { type Area, canariesIn, readAreas } from "../witness/areas.ts";
import type { LoggedRequest } from "../witness/net-log.ts";
import { judgeNetwork } from "../witness/network.ts";
import { ownAddress } from "./extension.ts";
import type { Marionette } from "./marionette.ts";
import { openPage } from "./page.ts";
import { NOWHERE } from "./preferences.ts";

/** The origin of the extension's documents and its background. */
const EXTENSION = ownAddress("").slice(0, -1);

/** Watches from now on which requests the browser makes, and which errors of the extension it records. */
export function watch(marionette: Marionette): Promise<void> {
  return marionette.chrome(begin, EXTENSION);
}

/**
 * @param sandbox the API's URL; pages come from there, too, under any name of this machine
 * @returns what was seen since the last call and must not happen, in words
 */
export async function judge(marionette: Marionette, sandbox: string): Promise<string[]> {
  const { requests, errors } = await marionette.chrome(takeSeen);
  const asked = requests.filter(({ url }) => !url.startsWith(NOWHERE));
  return [
    ...judgeNetwork(
      { requests: asked, resolved: [], connected: [] },
      { api: sandbox, pages: pagesOf(sandbox), extension: EXTENSION },
    ),
    ...errors.map((error) => `the browser recorded ${error}`),
    ...canariesIn(await stored(marionette)),
  ];
}

/** Excludes from the judgment what a test has caused on purpose. @throws Error if it wasn't seen */
export async function foreseen(marionette: Marionette, url: string): Promise<void> {
  if (!(await marionette.chrome(leaveOut, url))) throw new Error(`No one has requested ${url}.`);
}

/** What the extension has stored, read in its own page: an update can have closed all others. */
async function stored(marionette: Marionette): Promise<Area[]> {
  const page = await openPage(marionette);
  await page.goto(ownAddress(BARE));
  const areas = await page.evaluate(readAreas);
  await page.close();
  return areas;
}

/** The host names by which tests open the sandbox's pages. */
function pagesOf(sandbox: string): string[] {
  return ["localhost", "tickets.example"].map((name) => sandbox.replace("127.0.0.1", name));
}

interface Seen {
  requests: LoggedRequest[];
  errors: string[];
}

/** Runs in the browser's window, like those below. */
function begin(extension: string): void {
  const seen: Seen = { requests: [], errors: [] };
  window.keycardSeen = seen;
  Services.obs.addObserver(
    {
      observe(subject) {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        const headers: string[] = [];
        channel.visitRequestHeaders({
          visitHeader: (name, value) => void headers.push(`${name}: ${value}`),
        });
        const { triggeringPrincipal: by } = channel.loadInfo ?? {};
        seen.requests.push({
          url: channel.URI.spec,
          method: channel.requestMethod,
          initiator: by?.originNoSuffix ?? "not an origin",
          headers,
        });
      },
    },
    "http-on-modify-request",
  );
  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError)) return;
      const { sourceName, errorMessage, flags } = message;
      // Firefox's note about a document that was gone before its answer arrived.
      if (/after context unloaded/.test(errorMessage)) return;
      if (sourceName.startsWith(extension) && !(flags & Ci.nsIScriptError.warningFlag))
        seen.errors.push(`an error in ${sourceName}: ${errorMessage}`);
    },
  });
}

function takeSeen(): Seen {
  const { requests, errors } = window.keycardSeen;
  window.keycardSeen.requests = [];
  window.keycardSeen.errors = [];
  return { requests, errors };
}

function leaveOut(url: string): boolean {
  const { requests } = window.keycardSeen;
  window.keycardSeen.requests = requests.filter((request) => request.url !== url);
  return window.keycardSeen.requests.length < requests.length;
}

/** What the browser's window has and TypeScript doesn't know. */
interface HttpChannel {
  URI: { spec: string };
  requestMethod: string;
  loadInfo?: { triggeringPrincipal: { originNoSuffix: string } };
  visitRequestHeaders(visitor: { visitHeader(name: string, value: string): void }): void;
}
interface ScriptError {
  sourceName: string;
  errorMessage: string;
  flags: number;
}
interface Queried<T> {
  QueryInterface(kind: object): T;
}
declare global {
  interface Window {
    keycardSeen: Seen;
  }
}
declare const Ci: {
  nsIHttpChannel: object;
  nsIScriptError: (new () => ScriptError) & { warningFlag: number };
};
declare const Services: {
  obs: {
    addObserver(observer: { observe(subject: Queried<HttpChannel>): void }, topic: string): void;
  };
  console: {
    registerListener(listener: { observe(message: object): void }): void;
  };
};
