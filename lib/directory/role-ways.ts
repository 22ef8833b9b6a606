import { asksForRoles, type User, type UserId } from "../keycard/index.ts";
import type { AskParts } from "./asking.ts";
import type { AskOptions, CallResult } from "./traffic/traffic.ts";

/** What was read of somebody's roles, as it stands in a user. */
export type ReadRoles = Pick<User, "role_assignments" | "rolesCounted" | "groups">;

/** A way to somebody's roles where an answer has not told them. */
export type RoleWay = (id: UserId, options: AskOptions) => Promise<Shown>;

export type RoleWayParts = Pick<AskParts, "client" | "zone" | "traffic" | "stepDown" | "now">;

/** What a way has shown of somebody's roles. */
export type Shown =
  | { state: "told"; roles: ReadRoles }
  /** The API has answered without them, perhaps with the person's groups. */
  | { state: "silent"; groups?: User["groups"] }
  /** The API offers no such way, or not to this key. */
  | { state: "shut" }
  /** Nothing was sent, since it would have told nothing. */
  | { state: "unasked" }
  /** There is no such user any more. */
  | { state: "gone" }
  | { state: "failed" };

/** By the record of the one user. */
export function retrieving({ client, zone, traffic, stepDown }: RoleWayParts): RoleWay {
  return async (id, options) => {
    let isInVain = false;
    const reply = await traffic.run(
      () =>
        stepDown(
          "retrieve",
          async (ask) => {
            if (asksForRoles("retrieve", ask))
              return client.retrieveUser(zone, id, { ask, signal: options.signal });
            isInVain = true;
            // Nobody is told: it only ends the call.
            return { ok: false, error: { why: "badRequest", message: "" } };
          },
          options,
        ),
      options,
    );
    if (isInVain) return { state: "unasked" };
    if (!reply.ok) return reply.error.why === "notFound" ? { state: "gone" } : unread(reply);
    const { role_assignments, rolesCounted, groups } = reply.value;
    if (!role_assignments) return { state: "silent", groups };
    const roles = {
      role_assignments,
      ...(rolesCounted && { rolesCounted }),
      ...(groups && { groups }),
    };
    return { state: "told", roles };
  };
}

/** By the list of direct grants. */
export function listingDirect({ client, zone, traffic }: RoleWayParts): RoleWay {
  return async (id, options) => {
    const reply = await traffic.run(
      () => client.listDirectRoles(zone, id, { signal: options.signal }),
      options,
    );
    if (!reply.ok) return unread(reply);
    return { state: "told", roles: { role_assignments: reply.value, rolesCounted: "direct" } };
  };
}

/** The user was there a moment ago: what is not found is the way. */
function unread({ error }: Exclude<CallResult<unknown>, { ok: true }>): Shown {
  return { state: error.why === "forbidden" || error.why === "notFound" ? "shut" : "failed" };
}
