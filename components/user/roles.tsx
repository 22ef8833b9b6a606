import { useContext, useState } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { InertText } from "../parts/inert-text.tsx";
import { ThingNames } from "./thing-names.ts";
import { noRolesOf, type RoleWords, rolesMayMiss, roleWords } from "./user-words.ts";

/** Roles shown at first: about three lines of the card. */
const FIRST = 8;

/** Roles shown at once beyond these: more make the page wait. */
const STEP = 500;

interface RolesProps {
  user: User;
  /** Many at once. */
  all: boolean;
  /** What may be missing is said too. */
  inDetail: boolean;
}

/** The roles of a user, each with what it is held on and where it comes from. */
export function Roles({ user, all, inDetail }: RolesProps) {
  const [asked, setAsked] = useState(0);
  const nameOf = useContext(ThingNames);
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
        {shown.map(roleWords(user, nameOf)).map((words) => (
          <Chip words={words} />
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

function Chip({ words: { name, beside } }: { words: RoleWords }) {
  return (
    <li class="chip">
      <strong>
        <InertText text={name} whole />
      </strong>
      <span class="chip-scope">
        {beside.map((words) => (
          <>
            {" · "}
            <InertText text={words} whole />
          </>
        ))}
      </span>
    </li>
  );
}
