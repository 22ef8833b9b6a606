import type { Credential } from "../keycard/index.ts";
import type { StorageArea } from "../storage.ts";
import type { Keeping } from "./keeping.ts";

/**
 * Secrets that a user enters on a page of the extension, which no message can contain. The page stores them in
 * `storage.session`, which is closed to content scripts, and the background takes them from there. For pages; imports
 * no schema.
 */

/** Where an offered key is stored that wasn't tested yet, with the way to store it. */
export const OFFERED = "credential.offered";

/** Where the passphrase is stored that was entered to unlock the key. */
export const OFFERED_PASSPHRASE = "credential.passphrase";

/** Where the new way to store the key is stored. */
export const OFFERED_KEEPING = "credential.keeping";

export function offerCredential(
  area: StorageArea,
  credential: Credential,
  keeping: Keeping,
): Promise<void> {
  return area.set({ [OFFERED]: { credential, keeping } });
}

export function offerPassphrase(area: StorageArea, passphrase: string): Promise<void> {
  return area.set({ [OFFERED_PASSPHRASE]: passphrase });
}

export function offerKeeping(area: StorageArea, keeping: Keeping): Promise<void> {
  return area.set({ [OFFERED_KEEPING]: keeping });
}
