import type { Credential } from "../keycard/index.ts";
import type { StorageArea } from "../storage.ts";
import type { Keeping } from "./keeping.ts";

/**
 * What a person types on a page of the extension and no message may carry: it is laid down in `storage.session`, which
 * is closed to content scripts, and the background takes it from there. For pages; carries no schema.
 */

/** Where a key lies that is offered and not yet tried, and how it is to be kept. */
export const OFFERED = "credential.offered";

/** Where a passphrase lies that was typed to unlock the key. */
export const OFFERED_PASSPHRASE = "credential.passphrase";

/** Where it lies how the key is to be kept from now on. */
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
