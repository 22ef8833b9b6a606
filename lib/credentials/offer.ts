import type { Credential } from "../keycard/index.ts";
import type { StorageArea } from "../storage.ts";

/** Where a key lies that is offered and not yet tried. */
export const OFFERED = "credential.offered";

/** Lays a key down for the background to take (credential-store.ts). For the options page; carries no schema. */
export function offerCredential(area: StorageArea, credential: Credential): Promise<void> {
  return area.set({ [OFFERED]: credential });
}
