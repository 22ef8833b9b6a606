import { useContext, useState } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { type Extent, isWithin } from "./extent.ts";
import { RoleChip } from "./role-chip.tsx";
import { RolesInTwoLines } from "./roles-in-two-lines.tsx";
import { ThingNames } from "./thing-names.ts";
import { noRolesOf, rolesMayMiss, roleWords } from "./user-words.ts";

/** Roles shown at first in a record: about three lines of the popup. */
const FIRST = 8;

/** Roles added by each click: more would make the page wait. */
const STEP = 500;

interface RolesProps {
  user: User;
  extent: Extent;
}

/** The roles of a user: at a glance in two lines, otherwise each with where it comes from and its scope. */
export function Roles({ user, extent }: RolesProps) {
  const [asked, setAsked] = useState(0);
  const nameOf = useContext(ThingNames);
  const inDetail = isWithin("record", extent);
  const limit = Math.max(asked, extent === "whole" ? STEP : FIRST);
  const none = noRolesOf(user);
  if (none) return <p class="no-roles">{t(`user.${none}`)}</p>;
  const { role_assignments: roles = [] } = user;
  if (!inDetail && asked === 0) return <RolesInTwoLines user={user} onAll={() => setAsked(STEP)} />;
  // A single remaining role takes no more room than the button would.
  const shown = roles.length <= limit + 1 ? roles : roles.slice(0, limit);
  const hidden = roles.length - shown.length;
  return (
    <div class="roles">
      <ul class="chips" aria-label={t("user.roles")}>
        {shown.map(roleWords(user, nameOf)).map((words) => (
          <RoleChip words={words} beside={words.beside} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="link-button" onClick={() => setAsked(shown.length + STEP)}>
          {hidden <= STEP
            ? t("user.allRoles", { count: number(roles.length) })
            : t("user.moreRoles", { more: number(STEP), count: number(roles.length) })}
        </button>
      )}
      {inDetail && rolesMayMiss(user) && <p class="hint">{t("user.rolesMayMiss")}</p>}
    </div>
  );
}
