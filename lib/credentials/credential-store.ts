import * as z from "zod/mini";
import type { Credential } from "../keycard/index.ts";
import { CREDENTIAL_MAX_CHARS } from "../limits.ts";
import type { StorageArea } from "../storage.ts";
import { OFFERED } from "./offer.ts";

/**
 * Where the API key is kept: in `storage.session` only, which lives in memory, ends with the browser, and is closed
 * to content scripts (design, invariant 4).
 *
 * No message carries the key. The options page, itself a page of the extension, lays it down as *offered*; the
 * background takes it from there, tries it, and keeps or drops it.
 */

const KEPT = "credential";

const text = z.string().check(z.minLength(1), z.maxLength(CREDENTIAL_MAX_CHARS));
const credential = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("api-key"), key: text }),
  z.strictObject({ kind: z.literal("service-account"), clientId: text, clientSecret: text }),
]);

async function read(area: StorageArea, key: string): Promise<Credential | undefined> {
  return credential.safeParse((await area.get(key))[key]).data;
}

/** The key that is in use, or undefined. */
export function readCredential(area: StorageArea): Promise<Credential | undefined> {
  return read(area, KEPT);
}

/** Whether this is the key in use: what comes late for another one must not be kept. */
export async function isKept(area: StorageArea, given: Credential): Promise<boolean> {
  return isSameCredential(await readCredential(area), given);
}

export function isSameCredential(a: Credential | undefined, b: Credential): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function keepCredential(area: StorageArea, kept: Credential): Promise<void> {
  return area.set({ [KEPT]: kept });
}

/** Takes the key that the options page has laid down; it is gone from there whatever becomes of it. */
export async function takeOffered(area: StorageArea): Promise<Credential | undefined> {
  const offered = await read(area, OFFERED);
  await area.remove(OFFERED);
  return offered;
}

/** Removes every copy of the key. */
export function forgetCredential(area: StorageArea): Promise<void> {
  return area.remove([KEPT, OFFERED]);
}
