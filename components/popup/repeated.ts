import type { User } from "../../lib/keycard/index.ts";
import { type Apart, rolesDistinction, signInDistinction, tellApart } from "../user/tell-apart.ts";

/**
 * What distinguishes users of a list whose address appears more than once, ignoring case; by ID. The last sign-in is
 * shown for everyone anyway.
 */
export function apartOf(users: readonly User[]): ReadonlyMap<string, Apart> {
  const byAddress = new Map<string, User[]>();
  for (const user of users) {
    const address = (user.email ?? user.id).toLowerCase();
    byAddress.set(address, [...(byAddress.get(address) ?? []), user]);
  }
  return new Map(
    [...byAddress.values()]
      .filter(({ length }) => length > 1)
      .flatMap((sharing) =>
        tellApart(sharing, () => undefined, [signInDistinction, rolesDistinction]).map(
          (apart, place) => [sharing[place]?.id ?? "", apart] as const,
        ),
      ),
  );
}
