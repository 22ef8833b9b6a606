/**
 * Every reason for which somebody could not be looked up, or a key or zone not be taken: one list for all, from the
 * request to the sentence. A name here is the last part of its text's name in locales/, `failure.keyRefused`.
 */

/** Of a call of the API. */
const OF_CALLS = [
  /** 401: the key is wrong, expired or revoked; or the service account was refused. */
  "keyRefused",
  /** 401, and the key says itself (JWT `exp`) that its time is over. */
  "keyExpired",
  /** 403: the key may not read this zone, or this part of it. */
  "forbidden",
  /** 429: too many requests; or the API has asked before to be left alone for a while, and nothing was sent. */
  "limited",
  /** 5xx, 408, or a status that the contract does not know. */
  "server",
  /** The API could not be reached: name not found, connection lost, certificate refused, redirected. */
  "network",
  /** The API could not be reached, and the browser says that it is offline. */
  "offline",
  /** The browser does not let the extension reach the API; nothing was sent. */
  "notAllowed",
  /** The API kept failing and is left alone for a while; nothing was sent. */
  "resting",
  /** No complete reply in time. */
  "timeout",
  /** The reply was no valid reply of this API: HTML, truncated, too large, about somebody else. */
  "invalidReply",
  /** What was asked cannot be asked: an ID that no path can carry, and nothing was sent; or the API's 400, 414 or 422. */
  "badRequest",
  /** Nobody waits for the answer any more. */
  "aborted",
] as const;

/** Why a call of the API gave nothing. */
export const CALL_REASONS = [
  ...OF_CALLS,
  /** 404: no such user, or no such zone. The API does not say which; nobody is told this, but what it means. */
  "notFound",
] as const;

export type CallReason = (typeof CALL_REASONS)[number];

/** What a person is told. */
export const FAILURE_REASONS = [
  ...OF_CALLS,
  /** 404 for the zone itself. */
  "zoneNotFound",
  /** No key has been set up, or it is gone with the last browser session. */
  "noKey",
  /** A key is kept, and needs its passphrase. */
  "keyLocked",
  /** Not the passphrase of the key; or what is stored was changed, which cannot be told from that. */
  "wrongPassphrase",
  /** What is stored fits no form that this extension ever wrote, or its seal is broken. */
  "keyDamaged",
  /** A newer version of the extension has stored the key. */
  "keyNewer",
  /** The key's passphrase is protected less than this extension ever does: somebody has changed it. */
  "keyWeak",
  /** The browser's part of the secret is gone. */
  "deviceKeyLost",
  /** The browser lets the extension keep nothing on this device: there is no room, or no IndexedDB. */
  "noDeviceStore",
  /** Session storage is full: what was typed could not be handed to the background, and nothing was done with it. */
  "noRoom",
  /** The organization has set this, and nobody here can set it otherwise. */
  "setByPolicy",
  /** A key is there, a zone has not been chosen. */
  "noZone",
  /** The tab has asked for more people than anybody reads; nothing was sent. */
  "tooFast",
] as const;

export type FailureReason = (typeof FAILURE_REASONS)[number];
