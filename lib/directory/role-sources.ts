import { asksForRoles, type User, type UserId } from "../keycard/index.ts";
import type { AskParts } from "./asking.ts";
import type { AskOptions, CallResult } from "./traffic/traffic.ts";

/** The roles that were read for someone, in the form of a user's fields. */
export type ReadRoles = Pick<User, "role_assignments" | "rolesCounted" | "groups">;

/** A source of someone's roles if an answer hasn't reported them. */
export type RoleSource = (id: UserId, options: AskOptions) => Promise<Shown>;

export type RoleSourceParts = Pick<AskParts, "client" | "zone" | "traffic" | "stepDown" | "now">;

/** What a source has returned about someone's roles. */
export type Shown =
  | { state: "told"; roles: ReadRoles }
  /** The API has answered without them, perhaps with the person's groups. */
  | { state: "silent"; groups?: User["groups"] }
  /** The API doesn't offer this, or not to this key. */
  | { state: "shut" }
  /** Nothing was sent, because it would have returned nothing. */
  | { state: "unasked" }
  /** The user doesn't exist any more. */
  | { state: "gone" }
  | { state: "failed" };

/** Reads the record of the one user. */
export function recordSource({ client, zone, traffic, stepDown }: RoleSourceParts): RoleSource {
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
            // No one sees this error: it only ends the call.
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

/** Reads the list of direct grants. */
export function directGrantsSource({ client, zone, traffic }: RoleSourceParts): RoleSource {
  return async (id, options) => {
    const reply = await traffic.run(
      () => client.listDirectRoles(zone, id, { signal: options.signal }),
      options,
    );
    if (!reply.ok) return unread(reply);
    return { state: "told", roles: { role_assignments: reply.value, rolesCounted: "direct" } };
  };
}

/** The user existed a moment ago: a 404 is about the endpoint. */
function unread({ error }: Exclude<CallResult<unknown>, { ok: true }>): Shown {
  return { state: error.why === "forbidden" || error.why === "notFound" ? "shut" : "failed" };
}
