import type { KeyPowers, ReadThing } from "../../lib/connection/key-powers.ts";
import { list, t } from "../../lib/i18n.ts";

/** Types that have a word in each language; for any other, the API's own word is shown. */
const NAMED = {
  zones: t("thing.zones"),
  users: t("thing.users"),
  sessions: t("thing.sessions"),
  "delegated grants": t("thing.delegated_grants"),
  providers: t("thing.providers"),
  applications: t("thing.applications"),
  resources: t("thing.resources"),
  "user agents": t("thing.user_agents"),
  roles: t("thing.roles"),
  groups: t("thing.groups"),
} satisfies Record<ReadThing | "zones", string>;

/** Names of types, in the reader's language. */
export const namedThings = (things: readonly string[]) =>
  list(things.map((thing) => (NAMED as Record<string, string | undefined>)[thing] ?? thing));

/** What the key can do besides reading, and what it can't read. */
export function keyPowersTexts({ changes, cannotRead }: KeyPowers): string[] {
  return [
    ...(changes.length > 0
      ? [t("options.connect.powers.changes", { things: namedThings(changes) })]
      : []),
    ...(cannotRead.length > 0
      ? [t("options.connect.powers.cannotRead", { things: namedThings(cannotRead) })]
      : []),
  ];
}
