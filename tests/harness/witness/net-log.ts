import { readFile } from "node:fs/promises";

/** Chromium's own network log (`--log-net-log`): for the browser itself, pages and workers. */
export interface NetLog {
  requests: LoggedRequest[];
  /** Hosts whose address was resolved, with scheme, as in `https://api.example.com`. */
  resolved: string[];
  /** Targets of connections or datagrams, as in `127.0.0.1:80`. */
  connected: string[];
}

export interface LoggedRequest {
  url: string;
  method: string;
  /** The origin of the page or worker that made it; otherwise a note in words. */
  initiator: string;
  /** Request header lines as sent, or, if none were sent, as they would have been. */
  headers: string[];
}

interface Constants {
  logEventTypes: Record<string, number>;
}

interface Event {
  type: number;
  source: { id: number };
  params?: {
    url?: string;
    method?: string;
    initiator?: string;
    headers?: string[];
    request_headers?: { headers?: string[] };
    host?: string;
    address?: string;
    address_list?: string[];
  };
}

/**
 * Reads such a log. The browser writes one event per line, and the last lines when it ends: if it crashes, they are
 * missing.
 *
 * @throws Error if there is no log: then nothing was watched
 */
export async function readNetLog(file: string): Promise<NetLog> {
  const [first = "", , ...lines] = (await readFile(file, "utf8")).split("\n");
  const { constants } = JSON.parse(`${first.replace(/,\s*$/, "")}}`) as { constants: Constants };
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, n]) => [n, name]));
  const headers = new Map<number, string[]>();
  /** Shared by all jobs of a request: a redirect is a second one. */
  const headersOf = (id: number) => {
    const lines = headers.get(id) ?? [];
    headers.set(id, lines);
    return lines;
  };
  const datagramsTo = new Map<number, string>();
  const log: NetLog = { requests: [], resolved: [], connected: [] };
  for (const { type, source, params = {} } of events(lines)) {
    switch (names.get(type)) {
      case "CORS_REQUEST":
      case "HTTP_TRANSACTION_SEND_REQUEST_HEADERS":
      case "HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS":
        headersOf(source.id).push(...(params.headers ?? params.request_headers?.headers ?? []));
        break;
      case "URL_REQUEST_START_JOB": {
        const { url, method = "", initiator = "" } = params;
        if (url) log.requests.push({ url, method, initiator, headers: headersOf(source.id) });
        break;
      }
      case "HOST_RESOLVER_MANAGER_REQUEST":
        if (params.host) log.resolved.push(params.host);
        break;
      case "TCP_CONNECT":
        log.connected.push(...(params.address_list ?? []));
        break;
      case "UDP_CONNECT":
        if (params.address) datagramsTo.set(source.id, params.address);
        break;
      case "UDP_BYTES_SENT":
        log.connected.push(params.address ?? datagramsTo.get(source.id) ?? "an unknown address");
        break;
    }
  }
  return log;
}

function* events(lines: readonly string[]): Generator<Event> {
  for (const line of lines) {
    if (!line.startsWith('{"')) continue;
    try {
      yield JSON.parse(line.replace(/\]?,?\s*$/, "")) as Event;
    } catch {
      // The end of a log that was cut off.
    }
  }
}
