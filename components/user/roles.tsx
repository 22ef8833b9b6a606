import { useContext, useState } from "preact/hooks";
import { scopeThing } from "../../lib/directory/things-of.ts";
import { number, t } from "../../lib/i18n.ts";
import type { RoleAssignment, User } from "../../lib/keycard/index.ts";
import { InertText } from "../parts/inert-text.tsx";
import { ThingNames } from "./thing-names.ts";
import { noRolesOf, roleOf } from "./user-words.ts";

/** Roles shown at first: about three lines of the card. */
const FIRST = 8;

/** Roles shown at once beyond these: more make the page wait. */
const STEP = 500;

/** The roles of a user, each with what it is held on and where it comes from. */
export function Roles({ user, all }: { user: User; all?: boolean }) {
  const [asked, setAsked] = useState(0);
  const limit = Math.max(asked, all ? STEP : FIRST);
  const none = noRolesOf(user);
  if (none) return <p class="no-roles">{t(`user.${none}`)}</p>;
  const { role_assignments: roles = [] } = user;
  // One that would stand behind the button alone takes no more room than the button.
  const shown = roles.length <= limit + 1 ? roles : roles.slice(0, limit);
  const hidden = roles.length - shown.length;
  return (
    <div class="roles">
      <ul class="chips" aria-label={t("user.roles")}>
        {shown.map((role) => (
          <Chip role={role} user={user} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="link-button" onClick={() => setAsked(shown.length + STEP)}>
          {hidden <= STEP
            ? t("user.allRoles", { count: number(roles.length) })
            : t("user.moreRoles", { more: number(STEP), count: number(roles.length) })}
        </button>
      )}
    </div>
  );
}

function Chip({ role, user }: { role: RoleAssignment; user: User }) {
  const { name, scope, from } = roleOf(role, user);
  const nameOf = useContext(ThingNames);
  const heldOn = role.scope ? scopeThing(role.scope) : undefined;
  const known = heldOn && nameOf(heldOn)?.name;
  return (
    <li class="chip">
      <strong>
        <InertText text={name} whole />
      </strong>
      <span class="chip-dot"> · </span>
      <span class="chip-scope">
        {known !== undefined && (
          <>
            <InertText text={known} whole />
            {" · "}
          </>
        )}
        <InertText text={scope} whole />
        {from !== undefined && (
          <>
            {" · "}
            <InertText text={from} whole />
          </>
        )}
      </span>
    </li>
  );
}
