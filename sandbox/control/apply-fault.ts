/** Applies a scripted fault to one request. */
import { once } from "node:events";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import type { Environment } from "../api/environment.ts";
import { problemBody } from "../api/problem.ts";
import type { Sandbox } from "../state.ts";
import type { Fault } from "./fault-script.ts";

const JSON_TYPE = "application/json";

/** Pieces of a "slow-body" reply, and their total duration if `delayMs` is 0. */
const SLOW_PIECES = 20;
const SLOW_BODY_MS = 30_000;

/**
 * Answers a request as the fault says.
 * @param answer Makes the real reply; called only by the faults that need it.
 */
export async function applyFault(
  fault: Fault,
  c: Context<Environment>,
  sleep: Sandbox["sleep"],
  answer: () => Promise<Response>,
): Promise<Response> {
  if (fault.delayMs > 0 && fault.mode !== "slow-body") await sleep(fault.delayMs);
  switch (fault.mode) {
    case "hang":
      await once(c.env.outgoing, "close");
      return RESPONSE_ALREADY_SENT;
    case "drop":
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    case "truncate": {
      const text = await (await answer()).text();
      return reply(fault, 200, text.slice(0, text.length / 2), JSON_TYPE);
    }
    case "slow-body": {
      const bytes = new Uint8Array(await (await answer()).arrayBuffer());
      return reply(fault, 200, dripping(bytes, fault.delayMs || SLOW_BODY_MS, sleep), JSON_TYPE);
    }
    case "html":
      return reply(
        fault,
        502,
        "<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>",
        "text/html",
      );
    case "oversize":
      return reply(fault, 200, oversized(fault.bytes), JSON_TYPE);
    default:
      return scripted(fault, answer);
  }
}

async function scripted(fault: Fault, answer: () => Promise<Response>): Promise<Response> {
  if (fault.status === undefined && fault.body === undefined) {
    const real = await answer();
    return reply(fault, real.status, real.body, real.headers.get("content-type") ?? JSON_TYPE);
  }
  const status = fault.status ?? 200;
  const body =
    fault.body ?? problemBody(status, "sandbox_fault", `The sandbox was told to answer ${status}`);
  return reply(fault, status, typeof body === "string" ? body : JSON.stringify(body), JSON_TYPE);
}

function reply(fault: Fault, status: number, body: BodyInit | null, contentType: string): Response {
  const actual = fault.status ?? status;
  const bodiless = actual === 204 || actual === 205 || actual === 304;
  return new Response(bodiless ? null : body, {
    status: actual,
    headers: { "Content-Type": fault.contentType ?? contentType, ...fault.headers },
  });
}

function dripping(bytes: Uint8Array, overMs: number, sleep: Sandbox["sleep"]): ReadableStream {
  const piece = Math.ceil(bytes.length / SLOW_PIECES);
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (sent > 0) await sleep(overMs / (SLOW_PIECES - 1));
      controller.enqueue(bytes.subarray(sent, sent + piece));
      sent += piece;
      if (sent >= bytes.length) controller.close();
    },
  });
}

/** A page of useless users, but valid JSON to the last byte. */
function oversized(bytes: number): ReadableStream {
  const head = '{"items":[],"pagination":{"after_cursor":null,"before_cursor":null},"padding":"';
  const tail = '"}';
  let padding = Math.max(0, bytes - head.length - tail.length);
  const encoder = new TextEncoder();
  const block = encoder.encode("x".repeat(64 * 1024));
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    pull(controller) {
      controller.enqueue(padding > 0 ? block.subarray(0, padding) : encoder.encode(tail));
      if (padding <= 0) controller.close();
      padding -= block.length;
    },
  });
}
