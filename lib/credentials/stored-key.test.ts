import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { createCredentialStore } from "./credential-store.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { offerPassphrase } from "./offer.ts";

/**
 * Keys as version 1 of their format has stored them, with the full number of PBKDF2 rounds. Every later version must be
 * able to read them, so they are never generated again.
 */
const STORED = {
  device: {
    version: 1,
    way: "device",
    keyId: "browser-key-1",
    iv: "p+Cic7QnUQYWy4S9",
    data: "BvvJhZukhebk5JeO4z9ajEPp7pIytd24Pejw9CTuTrNU8Kv04eVKikYgtqX4m9CTh9UZF+trp2th9Z0p5TkeSom0AT2eaZfhwbcZzILvDvVT8/xiskh5tBc=",
  },
  passphrase: {
    version: 1,
    way: "passphrase",
    kdf: "PBKDF2-SHA-256",
    rounds: 600_000,
    salt: "uMCRX5/4VLsI5F94wKUL2gefrQf2i9tGYp7XEFtxRQU=",
    iv: "q/xE7lTN2Yq+lXXQ",
    data: "vqex2A41dOk7/PRrOVy23Er3rAdPK4uRIVEA+KLXTZJxwDPAAW4s9bAUTZMn1HPgTTvIZSHIpfwjmQ6v2R8jY0M8m8qf/0Js/ev5Vz73aRcmfWvhrizUzSo=",
  },
};
const credential = { kind: "service-account", clientId: "id-1", clientSecret: "secret-äß" };

/** The browser's key consists of the bytes 0 to 31. */
const deviceKeys: DeviceKeys = {
  async get(id) {
    if (id !== STORED.device.keyId) return undefined;
    const bytes = Uint8Array.from({ length: 32 }, (_, n) => n);
    return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["decrypt"]);
  },
  create: () => Promise.reject(new Error("none is to be made")),
  keepOnly: () => Promise.reject(new Error("none is to go")),
};

/** Properties can be in another order: browsers don't guarantee any. */
const turned = (stored: object) => Object.fromEntries(Object.entries(stored).reverse());

function start(stored: object) {
  const session = memoryArea();
  const local = memoryArea({ credential: stored });
  const lockAfterMs = async () => 60_000;
  const store = createCredentialStore({ session, local, deviceKeys, lockAfterMs, now: () => 0 });
  return { session, store };
}

test.each([STORED.device, turned(STORED.device)])("on the device: %j", async (stored) => {
  const { store } = start(stored);
  expect(await store.held()).toEqual({ state: "held", credential, way: "device" });
});

test.each([STORED.passphrase, turned(STORED.passphrase)])(
  "with a passphrase: %j",
  async (stored) => {
    const { session, store } = start(stored);
    await offerPassphrase(session, "caf\u00e9 au lait");
    expect(await store.unlock()).toEqual({ ok: true });
    expect(await store.held()).toEqual({ state: "held", credential, way: "passphrase" });
  },
);
