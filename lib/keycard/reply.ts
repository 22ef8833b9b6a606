import { type Body, readBody } from "./body.ts";
import { errorFromReply } from "./error-reply.ts";
import { fail, ok, type Result } from "./result.ts";

/** Largest reply body read from the API, in bytes. */
export const REPLY_MAX_BYTES = 5 * 1024 * 1024;

/**
 * Maximum nesting depth of a reply; a deeper one causes stack overflows wherever it is walked. A real reply has five
 * levels.
 */
export const REPLY_MAX_DEPTH = 32;

/** Maximum bytes of a failed request's body that are read for its message. */
export const ERROR_BODY_MAX_BYTES = 64 * 1024;

const JSON_TYPE = /^(?:application\/|[^;]*\+)json\s*(?:;|$)/i;

function invalid(message: string): Result<never> {
  return fail({ why: "invalidReply", message });
}

function jsonOf(body: Exclude<Body, { state: "broken" }>): Result<unknown> {
  if (body.state === "too-long") {
    return invalid(`The API's reply is larger than ${REPLY_MAX_BYTES} bytes.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(body.text);
  } catch {
    return invalid("The API's reply is broken JSON.");
  }
  return isDeeper(json, REPLY_MAX_DEPTH)
    ? invalid(`The API's reply is nested deeper than ${REPLY_MAX_DEPTH} times.`)
    : ok(json);
}

/** `JSON.parse` accepts any depth, but serializing the value again, as every message does, overflows the stack. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/**
 * Reads a reply to its end: the JSON of a success, the error of anything else.
 *
 * @param secrets from the request, which no message may repeat
 * @param nowMs ms since the epoch
 * @param signal ends the reading, as if the connection had broken
 * @returns undefined if a successful reply was interrupted; an interrupted error reply still has its status
 */
export async function readReply(
  response: Response,
  secrets: readonly string[],
  nowMs: number,
  signal: AbortSignal,
): Promise<Result<unknown> | undefined> {
  if (!response.ok) {
    const body = await readBody(response, ERROR_BODY_MAX_BYTES, signal);
    const said = body.state === "complete" ? body.text : "";
    return fail(errorFromReply(response, said, secrets, nowMs));
  }
  if (!JSON_TYPE.test(response.headers.get("content-type") ?? "")) {
    await response.body?.cancel().catch(() => undefined);
    return invalid("The API's reply is not JSON.");
  }
  const body = await readBody(response, REPLY_MAX_BYTES, signal);
  return body.state === "broken" ? undefined : jsonOf(body);
}
