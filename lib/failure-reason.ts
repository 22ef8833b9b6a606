/**
 * Every reason why someone could not be looked up, or a key or zone not be used: one list for everything, from the
 * request to the sentence. A name here is the last part of its text's name in locales/, `failure.keyRefused`.
 */

/** Reasons of API calls. */
const OF_CALLS = [
  /** 401: the key is wrong, expired or revoked; or the service account was refused. */
  "keyRefused",
  /** 401, and the key has expired according to itself (JWT `exp`). */
  "keyExpired",
  /** 403: the key can't read this zone, or this part of it. */
  "forbidden",
  /** 429: too many requests; or the API had asked for no requests for a while, and nothing was sent. */
  "limited",
  /** 5xx, 408, or a status that the contract doesn't define. */
  "server",
  /** The API could not be reached: name not found, connection lost, certificate refused, redirected. */
  "network",
  /** The API could not be reached, and the browser says that it is offline. */
  "offline",
  /** The browser doesn't let the extension access the API; nothing was sent. */
  "notAllowed",
  /** The API kept failing, so it gets no requests for a while; nothing was sent. */
  "resting",
  /** No complete reply in time. */
  "timeout",
  /** The reply wasn't a valid reply of this API: HTML, truncated, too large, about someone else. */
  "invalidReply",
  /** The request isn't possible: an ID that can't be in a path, and nothing was sent; or the API's 400, 414 or 422. */
  "badRequest",
  /** No one waits for the answer any more. */
  "aborted",
] as const;

/** Why an API call returned nothing. */
export const CALL_REASONS = [
  ...OF_CALLS,
  /** 404: no such user, or no such zone. The API doesn't say which, so users see what it means instead of this. */
  "notFound",
] as const;

export type CallReason = (typeof CALL_REASONS)[number];

/** The reasons that users see. */
export const FAILURE_REASONS = [
  ...OF_CALLS,
  /** 404 for the zone itself. */
  "zoneNotFound",
  /** No key was set up, or it is gone with the last browser session. */
  "noKey",
  /** A key is stored, and needs its passphrase. */
  "keyLocked",
  /** Not the passphrase of the key; or the stored data was changed, which can't be distinguished from that. */
  "wrongPassphrase",
  /** The stored data matches no format that this extension ever wrote, or its seal is broken. */
  "keyDamaged",
  /** A newer version of the extension has stored the key. */
  "keyNewer",
  /** The key's passphrase is protected less than this extension ever does: someone has changed the stored data. */
  "keyWeak",
  /** The browser's part of the secret is gone. */
  "deviceKeyLost",
  /** The browser doesn't let the extension store anything on this device: there is no room, or no IndexedDB. */
  "noDeviceStore",
  /** Session storage is full: what was entered could not be passed to the background, and nothing was done with it. */
  "noRoom",
  /** The organization has set this, and it can't be changed here. */
  "setByPolicy",
  /** There is a key, but no zone was chosen. */
  "noZone",
  /** The tab has requested more people than anyone reads; nothing was sent. */
  "tooFast",
] as const;

export type FailureReason = (typeof FAILURE_REASONS)[number];
