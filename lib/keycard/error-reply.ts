import * as z from "zod/mini";
import { clockAheadMs } from "./clock-ahead.ts";
import { reported, text } from "./reported.ts";
import type { KeycardError } from "./result.ts";
import { retryAfterMs } from "./retry-after.ts";

/** Maximum characters of an API error's message, and of its code. */
export const ERROR_TEXT_MAX_CHARS = 300;

/** The API's own format, and OAuth's (RFC 6749, 5.2), which the token endpoint may use. */
const errorBody = z.object({
  message: reported(text),
  code: reported(text),
  error: reported(text),
  error_description: reported(text),
});

/** Control characters, and those that change the direction of the text after them. */
const UNSHOWABLE = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * Statuses that are about the request's content, so that another form of it may succeed: 400, which Keycard documents;
 * and what frameworks and gateways return instead, for a URL that is too long (414) and for values that they refuse
 * (422).
 */
const ABOUT_THE_QUESTION: readonly number[] = [400, 414, 422];

const isPage = (headers: Headers) => /^text\/html\b/i.test(headers.get("content-type") ?? "");

/** Sanitizes a server's message for display: one line of limited length without the secrets of the request. */
function shown(words: string, secrets: readonly string[]): string {
  let line = words.replace(UNSHOWABLE, " ").trim();
  for (const secret of secrets) line = line.replaceAll(secret, "[removed]");
  return [...line].slice(0, ERROR_TEXT_MAX_CHARS).join("");
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * Reads an error reply tolerantly: a JSON body, HTML, or nothing at all.
 *
 * @param body what could be read of it
 * @param secrets from the request, which no message may repeat
 * @param nowMs ms since the epoch, for a `Retry-After` that is a date, and for comparison with the reply's own `Date`
 */
export function errorFromReply(
  response: Pick<Response, "status" | "statusText" | "headers">,
  body: string,
  secrets: readonly string[],
  nowMs: number,
): KeycardError {
  const { status, statusText, headers } = response;
  const said: Partial<z.output<typeof errorBody>> = errorBody.safeParse(parsed(body)).data ?? {};
  const words = [said.message, said.error_description, said.error, statusText]
    .map((candidate) => shown(candidate ?? "", secrets))
    .find((candidate) => candidate !== "");
  const message = words ?? `The API answered with status ${status}.`;
  const code = shown(said.code ?? said.error ?? "", secrets);
  const ahead = clockAheadMs(headers, nowMs);
  const reply = {
    message,
    status,
    ...(code !== "" && { code }),
    ...(ahead !== undefined && { clockAheadMs: ahead }),
  };
  const pause = retryAfterMs(headers, nowMs);
  const retry = pause === undefined ? {} : { retryAfterMs: pause };

  if (ABOUT_THE_QUESTION.includes(status)) return { ...reply, why: "badRequest" };
  if (status === 401) return { ...reply, why: "keyRefused" };
  if (status === 403) return { ...reply, why: "forbidden", status };
  if (status === 404)
    return { ...reply, why: "notFound", status, ...(isPage(headers) && { isPage: true }) };
  if (status === 429) return { ...reply, why: "limited", status, ...retry };
  return { ...reply, why: "server", ...retry };
}
