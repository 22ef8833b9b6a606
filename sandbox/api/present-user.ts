/** Which parts of a user a reply shows. */
import type { Generation } from "../generations.ts";
import { grantsOf } from "../population/grants.ts";
import { providersOf } from "../population/neighbors.ts";
import { entrySessions, sessionsOf } from "../population/sessions.ts";
import type { Credential, User, UserRecord } from "../population/user.ts";
import { presentRoles } from "./present-roles.ts";
import type { RoleSource } from "./role-source.ts";

/** What a reply shows of its users. */
export interface View {
  readonly generation: Generation;
  /** Whether they have a status. */
  readonly status: boolean;
  readonly expand: ReadonlySet<string>;
  readonly roleSource: RoleSource;
}

/** The user with the requested parts expanded, and without the others. */
export function presentUser(user: UserRecord, view: View): User {
  const { role_assignments, groups, credentials, external, status, ...rest } = user;
  const { generation, expand } = view;
  return {
    ...(rest as User),
    ...(view.status && { status }),
    ...(generation === "today" && { external }),
    ...(expand.has("role-assignments") && {
      role_assignments: role_assignments && presentRoles(role_assignments, view),
    }),
    ...(expand.has("groups") && { groups }),
    ...(asksForCredentials(expand) && {
      credentials: expand.has("credentials.provider")
        ? withProviders(credentials, user.zone_id)
        : credentials,
    }),
    ...(expand.has("session_count") && {
      session_count: activeCount(entrySessions(sessionsOf(user))),
    }),
    ...(expand.has("grant_count") && { grant_count: activeCount(grantsOf(user)) }),
  };
}

function asksForCredentials(expand: ReadonlySet<string>): boolean {
  return expand.has("credentials") || expand.has("credentials.provider");
}

function withProviders(credentials: readonly Credential[], zoneId: string): Credential[] {
  const providers = providersOf(zoneId);
  return credentials.map((credential) => {
    if (credential.type !== "federation") return credential;
    const provider = providers.find(({ id }) => id === credential.provider_id);
    return { ...credential, ...(provider && { provider }) };
  });
}

/** The API notes don't say what is counted. Here: active items, of the lists with their default parameters. */
function activeCount(things: readonly { readonly status: string }[]): number {
  return things.filter(({ status }) => status === "active").length;
}
