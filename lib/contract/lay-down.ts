import type { Keeping } from "../credentials/keeping.ts";
import { offerCredential, offerKeeping, offerPassphrase } from "../credentials/offer.ts";
import { clearKept } from "../directory/keeping.ts";
import type { Credential } from "../keycard/index.ts";
import type { StorageArea } from "../storage.ts";

/** What goes to the background with something secret, which no message may carry (design, invariant 4). */
export interface Secrets {
  connect: { credential: Credential; keeping: Keeping };
  unlock: { passphrase: string };
  keepOtherwise: { keeping: Keeping };
}

type LayDown = {
  [N in keyof Secrets]: (area: StorageArea, secret: Secrets[N]) => Promise<boolean>;
};

/**
 * Lays down what belongs to a message, by its name. Resolves to whether it lies there: session storage may be full
 * (10 MB, in Chromium and Firefox), even once kept answers have made room, which cost a request each at most.
 */
export const LAY_DOWN: LayDown = {
  connect: (area, { credential, keeping }) =>
    withRoom(area, () => offerCredential(area, credential, keeping)),
  unlock: (area, { passphrase }) => withRoom(area, () => offerPassphrase(area, passphrase)),
  keepOtherwise: (area, { keeping }) => withRoom(area, () => offerKeeping(area, keeping)),
};

async function withRoom(area: StorageArea, lay: () => Promise<void>): Promise<boolean> {
  const lies = () =>
    lay().then(
      () => true,
      () => false,
    );
  if (await lies()) return true;
  await clearKept(area);
  return lies();
}
