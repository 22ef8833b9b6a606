import type { ConnectReply, KeepReply, UnlockReply } from "../connection/replies.ts";
import type { Keeping } from "../credentials/keeping.ts";
import { offerCredential, offerKeeping, offerPassphrase } from "../credentials/offer.ts";
import { writeMakingRoom } from "../directory/keeping.ts";
import type { Credential } from "../keycard/index.ts";
import type { StorageArea } from "../storage.ts";

/** What accompanies a message to the background but is secret, which no message can contain (design, invariant 4). */
export interface Secrets {
  connect: { credential: Credential; keeping: Keeping };
  unlock: { passphrase: string };
  keepOtherwise: { keeping: Keeping };
}

type StoreSecret = {
  [N in keyof Secrets]: (area: StorageArea, secret: Secrets[N]) => Promise<boolean>;
};

/** Stores what belongs to each message; resolves to whether it was stored. */
const STORE: StoreSecret = {
  connect: (area, { credential, keeping }) =>
    withRoom(area, () => offerCredential(area, credential, keeping)),
  unlock: (area, { passphrase }) => withRoom(area, () => offerPassphrase(area, passphrase)),
  keepOtherwise: (area, { keeping }) => withRoom(area, () => offerKeeping(area, keeping)),
};

/** A reply that all of these messages can have. */
const NO_ROOM = { state: "failed", failure: { why: "noRoom" } } as const satisfies ConnectReply &
  UnlockReply &
  KeepReply;

/**
 * Stores what belongs to a message, and then sends the message. Session storage may be full (10 MB, in Chromium and
 * Firefox), even after cached answers have made room, each of which costs one request at most: then nothing is sent,
 * and the reply says so.
 */
export async function sendWithSecret<N extends keyof Secrets, Sent>(
  area: StorageArea,
  name: N,
  secret: Secrets[N],
  send: () => Promise<Sent>,
): Promise<Sent | typeof NO_ROOM> {
  return (await STORE[name](area, secret)) ? send() : NO_ROOM;
}

function withRoom(area: StorageArea, store: () => Promise<void>): Promise<boolean> {
  return store().then(
    () => true,
    () => writeMakingRoom(area, store),
  );
}
