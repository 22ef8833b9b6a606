import type { User } from "../../lib/keycard/index.ts";
import { type Apart, rolesTelling, signInTelling, tellApart } from "../user/tell-apart.ts";

/**
 * What tells those users of a list apart whose address stands there more than once, in any case of letters; by their ID.
 * When they last signed in is told of everybody.
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
        tellApart(sharing, () => undefined, [signInTelling, rolesTelling]).map(
          (apart, place) => [sharing[place]?.id ?? "", apart] as const,
        ),
      ),
  );
}
