import { createNeedle } from "../needle.ts";
import { NOWHERE, UNRESOLVED } from "../quiet-switches.ts";
import { FACTS, SECRETS } from "./canaries.ts";
import { isKnownRequest } from "./known-requests.ts";
import type { LoggedRequest, NetLog } from "./net-log.ts";

const secrets = SECRETS.map(createNeedle);
const facts = FACTS.map(createNeedle);

/** The log's entry for a host that resolves to nothing: no one is contacted. */
const TO_NOBODY = "https://~notfound";

/** Who can be contacted while a browser is watched, as origins. */
export interface Permitted {
  api: string;
  /** The origins of the pages that the test opens. The sandbox serves API and pages from one origin. */
  pages: readonly string[];
  /** The extension's. */
  extension: string;
}

/** Each violation in a log, in words. */
export function judgeNetwork(log: NetLog, permitted: Permitted): string[] {
  const origins = new Set([permitted.api, ...permitted.pages, NOWHERE]);
  // All of them are names of this machine.
  const addresses = new Set(
    [permitted.api, ...permitted.pages].flatMap((origin) => {
      const { port } = new URL(origin);
      return [`127.0.0.1:${port}`, `[::1]:${port}`];
    }),
  );
  const others = (asked: readonly string[], known: ReadonlySet<string>) =>
    [...new Set(asked)].filter((one) => !known.has(one));
  return [
    ...others(log.resolved, new Set([...origins, TO_NOBODY])).map(
      (origin) => `${origin} was looked for`,
    ),
    ...others(log.connected, addresses).map((address) => `${address} was contacted`),
    ...log.requests.flatMap((request) => judgeRequest(request, permitted, origins)),
  ];
}

function judgeRequest(
  request: LoggedRequest,
  { api, extension }: Permitted,
  origins: ReadonlySet<string>,
): string[] {
  const { url, method, initiator, headers } = request;
  const { origin, protocol, hostname } = new URL(url);
  // Content of the package or the document itself isn't on the network.
  if (!/^(https?|wss?):$/.test(protocol)) return [];
  const said: string[] = [];
  const seen = (what: string) => said.push(`${method} ${url}: ${what}`);
  const ours = initiator === extension;
  const toNobody = initiator === "not an origin" && UNRESOLVED.includes(hostname);
  if (!origins.has(origin) && !toNobody) seen("asks somebody else");
  else if (ours && origin !== api) seen("the extension asks somebody else than the API");
  else if (ours && !isKnownRequest(method, url)) seen("is no request that docs/privacy.md names");
  const address = decoded(url);
  for (const secret of secrets) {
    if (secret.isIn(address)) seen(`${secret.text} is in the address`);
    for (const line of headers) {
      const permitted = ours && origin === api && /^authorization:/i.test(line);
      if (!permitted && secret.isIn(Buffer.from(line))) seen(`${secret.text} is in "${line}"`);
    }
  }
  for (const fact of facts) {
    if (!(ours && origin === api) && fact.isIn(address)) seen(`${fact.text} is in the address`);
    for (const line of headers)
      if (fact.isIn(Buffer.from(line))) seen(`${fact.text} is in "${line}"`);
  }
  if (ours)
    for (const line of headers) if (/^(cookie|referer):/i.test(line)) seen(`sends "${line}"`);
  return said;
}

/** A URL as it is, and with its percent-encoding decoded. */
function decoded(url: string): Buffer {
  try {
    return Buffer.from(`${url}\n${decodeURIComponent(url)}`);
  } catch {
    return Buffer.from(url);
  }
}
