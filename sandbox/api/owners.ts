/** The owners of a list's sessions or grants. */
import type { UserRecord } from "../population/user.ts";
import type { Zone } from "../state.ts";

/** The user with this ID, if any; everyone if there is no ID. Lazy, because the zone can have a million. */
export function* owners({ population }: Zone, id: string | null): Generator<UserRecord> {
  if (id !== null) {
    const index = population.indexOfId(id);
    if (index !== undefined) yield population.user(index);
    return;
  }
  for (let index = 0; index < population.count; index++) yield population.user(index);
}

export const STATUSES = ["active", "expired", "revoked"] as const;

/** Whether an item has the status requested by `status` or the older `active`. */
export function hasStatus(
  item: { readonly status: string },
  status: string | undefined,
  active: boolean | undefined,
): boolean {
  if (active && item.status !== "active") return false;
  return status === undefined || item.status === status;
}
