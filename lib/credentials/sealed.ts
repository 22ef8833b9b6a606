import * as z from "zod/mini";
import type { Credential } from "../keycard/index.ts";
import { lengthWithin } from "../length-within.ts";
import { CREDENTIAL_MAX_CHARS } from "../limits.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { credentialSchema } from "./credential-schema.ts";
import type { Unreadable } from "./keeping.ts";

/**
 * Rounds of PBKDF2-SHA-256: the minimum of OWASP's password storage cheat sheet (2023), and the maximum that is
 * accepted.
 */
export const PBKDF2_ROUNDS = 600_000;
export const PBKDF2_ROUNDS_MAX = 10_000_000;

/**
 * A key at rest: AES-256-GCM with one of the browser's keys or one derived from a passphrase. The header is next to it
 * in clear text and is authenticated with it, so parts of two can't be combined.
 */

const IV_BYTES = 12;
const SALT_BYTES = 32;

/** Two secrets of a service account with room for JSON's escapes, in base64. */
const DATA_MAX_CHARS = 16 * CREDENTIAL_MAX_CHARS;

/** The given number of bytes in base64. */
function bytes(length: number) {
  const whole = Math.ceil(length / 3) * 4;
  return z.string().check(z.length(whole), z.regex(/^[\d+/A-Za-z]+={0,2}$/));
}

const sealing = {
  iv: bytes(IV_BYTES),
  data: z.string().check(lengthWithin(24, DATA_MAX_CHARS)),
};

const deviceForm = z.strictObject({
  version: z.literal(1),
  way: z.literal("device"),
  /** Which of the browser's keys; a new one is created each time. */
  keyId: z.string().check(lengthWithin(1, 64)),
  ...sealing,
});

const passphraseForm = z.strictObject({
  version: z.literal(1),
  way: z.literal("passphrase"),
  kdf: z.literal("PBKDF2-SHA-256"),
  rounds: z.number().check(z.int(), z.gte(1), z.lte(PBKDF2_ROUNDS_MAX)),
  salt: bytes(SALT_BYTES),
  ...sealing,
});

const sealedForm = z.discriminatedUnion("way", [deviceForm, passphraseForm]);

export type Sealed = z.output<typeof sealedForm>;
type SealedByPassphrase = Extract<Sealed, { way: "passphrase" }>;

export type Parsed = { ok: true; sealed: Sealed } | { ok: false; why: Unreadable };

/** Parses what is stored. Nothing of it is trusted before its seal is verified, except to refuse it here. */
export function parseSealed(stored: unknown): Parsed {
  const { data } = sealedForm.safeParse(stored);
  if (data) {
    const weak = data.way === "passphrase" && data.rounds < PBKDF2_ROUNDS;
    return weak ? { ok: false, why: "keyWeak" } : { ok: true, sealed: data };
  }
  const version =
    typeof stored === "object" && stored !== null && "version" in stored && stored.version;
  const newer = typeof version === "number" && version > 1;
  return { ok: false, why: newer ? "keyNewer" : "keyDamaged" };
}

/** Encrypts a key with one of the browser's own keys. */
export async function sealForDevice(
  credential: Credential,
  key: CryptoKey,
  keyId: string,
): Promise<Sealed> {
  return seal(credential, key, { version: 1, way: "device", keyId });
}

/** Encrypts a key with a passphrase, with a new salt. */
export async function sealWithPassphrase(
  credential: Credential,
  passphrase: string,
): Promise<Sealed> {
  const header = {
    version: 1,
    way: "passphrase",
    kdf: "PBKDF2-SHA-256",
    rounds: PBKDF2_ROUNDS,
    salt: toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES))),
  } as const;
  return seal(credential, await derivedKey(passphrase, header), header);
}

/** @returns undefined if the seal belongs to another key, or is broken */
export async function open(sealed: Sealed, key: CryptoKey): Promise<Credential | undefined> {
  const { iv, data, ...header } = sealed;
  try {
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: fromBase64(iv), additionalData: authenticated(header) },
      key,
      fromBase64(data),
    );
    return credentialSchema.safeParse(JSON.parse(new TextDecoder().decode(plain))).data;
  } catch {
    return undefined;
  }
}

/**
 * The key derived from a passphrase. The same passphrase can be typed in two ways (é), so it is normalized to its
 * composed form.
 */
export async function derivedKey(
  passphrase: string,
  { rounds, salt }: Pick<SealedByPassphrase, "rounds" | "salt">,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", iterations: rounds, salt: fromBase64(salt) },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

type HeaderOf<S> = S extends Sealed ? Omit<S, "iv" | "data"> : never;

async function seal<H extends HeaderOf<Sealed>>(
  credential: Credential,
  key: CryptoKey,
  header: H,
): Promise<H & { iv: string; data: string }> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const data = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: authenticated(header) },
    key,
    new TextEncoder().encode(JSON.stringify(credential)),
  );
  return { ...header, iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** The header's properties in a fixed order, however they were stored. */
function authenticated(header: HeaderOf<Sealed>): Uint8Array<ArrayBuffer> {
  const members = Object.entries(header).sort(([a], [b]) => (a < b ? -1 : 1));
  return new TextEncoder().encode(JSON.stringify(["keycard-lookup credential", members]));
}
