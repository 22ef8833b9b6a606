import type { KeyPowers, ReadThing } from "../../lib/connection/key-powers.ts";
import { list, t } from "../../lib/i18n.ts";

/** What there is a word for in each language; of anything else the API's own word is shown. */
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

/** Types of things, in the reader's words. */
export const namedThings = (things: readonly string[]) =>
  list(things.map((thing) => (NAMED as Record<string, string | undefined>)[thing] ?? thing));

/** What the key can do beyond reading, and what it cannot read. */
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
