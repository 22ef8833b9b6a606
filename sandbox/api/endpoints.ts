/** The endpoints below a zone, by path: the only place in which they are listed. */
import type { Access } from "../credentials.ts";
import type { ResourceType } from "../powers.ts";
import type { Zone } from "../state.ts";
import { listGrants, retrieveGrant } from "./grants.ts";
import { listGroups, listMembers, listRolesOfGroup, retrieveGroup } from "./groups.ts";
import { listRoles, listUserRoles, retrieveRole } from "./roles.ts";
import { listSessions, retrieveSession } from "./sessions.ts";
import { listThings, retrieveThing } from "./things.ts";
import { listUsers, retrieveUser } from "./users.ts";
import { userVocabulary, VOCABULARIES, type Vocabulary } from "./vocabulary.ts";
import { retrieveZone } from "./zones.ts";

interface Endpoint {
  /** What a key must be able to read. */
  readonly type: ResourceType;
  readonly vocabulary: Vocabulary | ((zone: Zone) => Vocabulary);
  /** @param query The part of it that the zone understands */
  readonly read: (zone: Zone, query: URLSearchParams, id: string, access: Access) => object;
}

const {
  zone,
  users,
  userRoles,
  sessions,
  grants,
  providers,
  applications,
  resources,
  userAgents,
  roles,
  role,
  groups,
  group,
  groupRoles,
  members,
  bare,
} = VOCABULARIES;

export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "": { type: "zones", vocabulary: zone, read: retrieveZone },
  "/users": { type: "users", vocabulary: users, read: listUsers },
  "/users/:id": {
    type: "users",
    vocabulary: ({ retrieveExpands }) => userVocabulary(retrieveExpands),
    read: retrieveUser,
  },
  "/users/:id/roles": { type: "roles", vocabulary: userRoles, read: listUserRoles },
  "/sessions": { type: "sessions", vocabulary: sessions, read: listSessions },
  "/sessions/:id": { type: "sessions", vocabulary: bare, read: retrieveSession },
  "/delegated-grants": { type: "delegated_grants", vocabulary: grants, read: listGrants },
  "/delegated-grants/:id": { type: "delegated_grants", vocabulary: bare, read: retrieveGrant },
  "/providers": { type: "providers", vocabulary: providers, read: listThings("providers") },
  "/providers/:id": { type: "providers", vocabulary: bare, read: retrieveThing("providers") },
  "/applications": {
    type: "applications",
    vocabulary: applications,
    read: listThings("applications"),
  },
  "/applications/:id": {
    type: "applications",
    vocabulary: bare,
    read: retrieveThing("applications"),
  },
  "/resources": { type: "resources", vocabulary: resources, read: listThings("resources") },
  "/resources/:id": { type: "resources", vocabulary: bare, read: retrieveThing("resources") },
  "/user-agents": { type: "user_agents", vocabulary: userAgents, read: listThings("user-agents") },
  "/user-agents/:id": {
    type: "user_agents",
    vocabulary: bare,
    read: retrieveThing("user-agents"),
  },
  "/roles": { type: "roles", vocabulary: roles, read: listRoles },
  "/roles/:id": { type: "roles", vocabulary: role, read: retrieveRole },
  "/groups": { type: "groups", vocabulary: groups, read: listGroups },
  "/groups/:id": { type: "groups", vocabulary: group, read: retrieveGroup },
  "/groups/:id/roles": { type: "roles", vocabulary: groupRoles, read: listRolesOfGroup },
  "/groups/:id/members": { type: "groups", vocabulary: members, read: listMembers },
};
