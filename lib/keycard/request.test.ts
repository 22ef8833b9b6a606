import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { REPLY_MAX_BYTES } from "./reply.ts";
import { createRequester, type EndedRequest } from "./request.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A requester for a real server on this machine. */
async function served(answer: RequestListener, timeoutMs = 5_000) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const requester = createRequester({ origin, fetch, now: () => 0, elapsed: () => 0, timeoutMs });
  return {
    origin,
    requester,
    get: (signal?: AbortSignal) => requester.get(["zones"], [], "key", signal),
  };
}

const JSON_TYPE = { "content-type": "application/json" };
const failed = (why: string, message: unknown = expect.stringMatching(/^.+\.$/)) => ({
  ok: false,
  error: { why, message },
});

describe("a reply over a real connection", () => {
  test("returns what was sent; the request has no other body or header", async () => {
    const { requester, origin } = await served((request, response) => {
      const { method, url, headers } = request;
      response.writeHead(200, { "content-type": "application/problem+json; charset=utf-8" });
      response.end(JSON.stringify({ method, url, headers }));
    });
    const reply = await requester.get(["zones", "a b"], [["filter[id]", "ü"]], "key");
    expect(reply).toMatchObject({
      ok: true,
      value: {
        method: "GET",
        url: "/zones/a%20b?filter%5Bid%5D=%C3%BC",
        headers: {
          accept: "application/json",
          authorization: "Bearer key",
          host: new URL(origin).host,
        },
      },
    });
    expect(JSON.stringify(reply)).not.toMatch(/"(?:cookie|referer|origin|content-type)"/);
  });

  test("is put together from pieces that split a character", async () => {
    const { get } = await served((_, response) => {
      const bytes = Buffer.from('{"a":"ü🙂"}');
      response.writeHead(200, JSON_TYPE);
      response.write(bytes.subarray(0, 7));
      setImmediate(() => response.end(bytes.subarray(7)));
    });
    expect(await get()).toEqual({ ok: true, value: { a: "ü🙂" } });
  });

  test.each<[string, string, RequestListener]>([
    [
      "HTML with 200",
      "invalidReply",
      (_, response) =>
        response.writeHead(200, { "content-type": "text/html" }).end("<p>Sign in</p>"),
    ],
    [
      "JSON with an HTML content type",
      "invalidReply",
      (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("{}"),
    ],
    ["no content type", "invalidReply", (_, response) => response.writeHead(200).end("{}")],
    ["an empty 200", "invalidReply", (_, response) => response.writeHead(200, JSON_TYPE).end()],
    ["a 204", "invalidReply", (_, response) => response.writeHead(204).end()],
    [
      "truncated JSON",
      "invalidReply",
      (_, response) => response.writeHead(200, JSON_TYPE).end('{"items":['),
    ],
    [
      "a connection lost in the body",
      "network",
      (_, response) => {
        response.writeHead(200, { ...JSON_TYPE, "content-length": "99" });
        response.write("{}", () => response.destroy());
      },
    ],
    ["a connection lost before the headers", "network", (_, response) => response.destroy()],
  ])("%s is %s", async (_, why, answer) => {
    expect(await (await served(answer)).get()).toMatchObject(failed(why));
  });

  test("redirects aren't followed", async () => {
    const seen: (string | undefined)[] = [];
    const { get } = await served((request, response) => {
      seen.push(request.url);
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect(await get()).toMatchObject(failed("network"));
    expect(seen).toEqual(["/zones"]);
  });

  test("without a server", async () => {
    const { get } = await served(() => {});
    for (const server of servers.splice(0)) server.close();
    expect(await get()).toMatchObject(failed("network"));
  });

  test("is canceled beyond the limit, not downloaded", async () => {
    let sent = 0;
    let dropped = () => {};
    const closed = new Promise<void>((resolve) => {
      dropped = resolve;
    });
    const { get } = await served((_, response) => {
      const chunk = Buffer.alloc(256 * 1024, " ");
      const more = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.byteLength;
      };
      response.writeHead(200, JSON_TYPE).on("drain", more).on("close", dropped);
      more();
    });
    expect(await get()).toMatchObject(
      failed("invalidReply", `The API's reply is larger than ${REPLY_MAX_BYTES} bytes.`),
    );
    await closed;
    expect(sent).toBeLessThan(4 * REPLY_MAX_BYTES);
  });

  test("that ends within a character is refused", async () => {
    const { get } = await served((_, response) => {
      response.writeHead(200, JSON_TYPE).end(Buffer.from([0x31, 0xc3]));
    });
    expect(await get()).toMatchObject(failed("invalidReply"));
  });

  test("is read up to the limit", async () => {
    const { get } = await served((_, response) => {
      response.writeHead(200, JSON_TYPE).end(`"${"a".repeat(REPLY_MAX_BYTES - 2)}"`);
    });
    expect(await get()).toMatchObject({ ok: true });
  });
});

describe("timeouts and aborts", () => {
  const mute: RequestListener = () => {};
  const stalling: RequestListener = (_, response) => {
    response.writeHead(200, JSON_TYPE);
    response.write("[");
  };

  test.each([
    ["the headers", mute],
    ["the body", stalling],
  ])("a server that hangs before %s times out", async (_, answer) => {
    const { get, origin } = await served(answer, 80);
    expect(await get()).toMatchObject(failed("timeout", `${origin} did not answer within 0.08 s.`));
  });

  test("a body that hangs times out even if garbage is collected meanwhile", async () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const collecting = setInterval(collect, 10);
    onTestFinished(() => clearInterval(collecting));
    const { get } = await served(stalling, 80);
    expect(await get()).toMatchObject(failed("timeout"));
    expect(await get(new AbortController().signal)).toMatchObject(failed("timeout"));
  });

  test.each([
    ["the headers", mute],
    ["the body", stalling],
  ])("the caller's abort ends the wait for %s", async (_, answer) => {
    const stop = new AbortController();
    const { get } = await served((request, response) => {
      answer(request, response);
      setTimeout(() => stop.abort(), 20);
    });
    expect(await get(stop.signal)).toMatchObject(failed("aborted"));
  });

  test("a caller's signal that is never aborted leaves the timeout in force", async () => {
    const { get } = await served(mute, 80);
    expect(await get(new AbortController().signal)).toMatchObject(failed("timeout"));
  });
});

describe("the observer", () => {
  type Answer = (signal: AbortSignal) => Promise<Response>;
  const status = (code: number): Answer => {
    return async () => new Response("{}", { status: code });
  };
  const lost: Answer = () => Promise.reject(new TypeError("network"));
  const hanging: Answer = (signal) =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

  async function observed(answer: Answer, signal?: AbortSignal) {
    const seen: string[] = [];
    const { get } = createRequester({
      origin: "https://api.example",
      now: () => 0,
      elapsed: () => 0,
      fetch: (_, init) => answer(init?.signal ?? AbortSignal.abort()),
      observe: (outcome) => seen.push(outcome),
    });
    await get(["zones"], [], "key", signal);
    return seen;
  }

  test("is told after each request whether the API is up", async () => {
    expect(await observed(status(200))).toEqual(["success"]);
    expect(await observed(status(404))).toEqual(["success"]);
    expect(await observed(status(499))).toEqual(["success"]);
    expect(await observed(status(500))).toEqual(["failure"]);
    expect(await observed(lost)).toEqual(["unreached"]);
    expect(await observed(lost, new AbortController().signal)).toEqual(["unreached"]);
  });

  test("isn't told about requests that weren't sent, and nothing certain about aborted ones", async () => {
    expect(await observed(status(200), AbortSignal.abort())).toEqual([]);
    const stop = new AbortController();
    queueMicrotask(() => stop.abort());
    expect(await observed(hanging, stop.signal)).toEqual(["unknown"]);
  });
});

test("fetch isn't called as a method, which browsers refuse", async () => {
  let self: unknown = "not called";
  const { get } = createRequester({
    origin: "https://api.example",
    now: () => 0,
    elapsed: () => 0,
    fetch(this: unknown) {
      self = this;
      return Promise.reject(new TypeError());
    },
  });
  await get(["zones"], [], "key");
  expect(self).toBeUndefined();
});

describe("what can't be sent", () => {
  test.each(["", "a b", "a\r\nx: y", "ä"])("the token %j", async (token) => {
    let calls = 0;
    const { requester } = await served((_, response) => {
      calls++;
      response.end();
    });
    expect(await requester.get(["zones"], [], token)).toMatchObject(failed("badRequest"));
    expect(await requester.exchange("id", token)).toMatchObject(failed("badRequest"));
    expect(await requester.exchange(token, "secret")).toMatchObject(failed("badRequest"));
    expect(calls).toBe(0);
  });
});

describe("the debug log", () => {
  async function told(fetch: typeof globalThis.fetch) {
    const clock = { now: 1_000 };
    const ended: EndedRequest[] = [];
    const requester = createRequester({
      origin: "https://api.example",
      fetch: async (...of) => {
        clock.now += 80;
        return fetch(...of);
      },
      now: () => 0,
      elapsed: () => clock.now,
      onRequest: (request) => ended.push(request),
    });
    await requester.get(["zones", "z1", "users", "u1"], [], "key");
    await requester.exchange("id", "secret");
    return ended;
  }

  test("gets the kind, the status and the duration of a request", async () => {
    expect(await told(async () => new Response("", { status: 404 }))).toEqual([
      { what: "user", status: 404, ms: 80 },
      { what: "token", status: 404, ms: 80 },
    ]);
  });

  test("shows that no reply came", async () => {
    expect(await told(() => Promise.reject(new TypeError("failed")))).toEqual([
      { what: "user", status: 0, ms: 80 },
      { what: "token", status: 0, ms: 80 },
    ]);
  });
});
