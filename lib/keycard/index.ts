/** The parts of the Keycard API that this extension reads. Knows no cache and no browser API except fetch. */

export { ASKS, type Ask, asksForRoles, stepsDown, type UserCall } from "./asks.ts";
export { type BearerSource, createBearer, type TokenStore } from "./bearer.ts";
export { createKeycardClient, type KeycardClient, type SessionParams } from "./client.ts";
export {
  type Credential,
  type CredentialProblem,
  type ParsedCredential,
  parseCredential,
} from "./credential.ts";
export { type UserId, userId, type ZoneId, zoneId } from "./ids.ts";
export { jwtExpiry } from "./jwt.ts";
export type { ListUsersParams } from "./list-query.ts";
export { countsMore, type Page } from "./page.ts";
export type { GivingGroup, Grant, Named, Session } from "./related-records.ts";
export type { EndedRequest, Outcome } from "./request.ts";
export type { Because, KeycardError, Result } from "./result.ts";
export type { RoleAssignment, User, Way } from "./user.ts";
export type { Permissions, Zone } from "./zone.ts";
