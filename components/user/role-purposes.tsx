import { useContext } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { Detail, Details } from "../parts/details.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { ThingNames } from "./thing-names.ts";
import { roleWords } from "./user-words.ts";

/** Roles whose description is listed. */
const PURPOSES_MAX = 100;

/** What each role of a user is for, if Keycard says so: a role has no name other than its identifier. */
export function RolePurposes({ user }: { user: User }) {
  const nameOf = useContext(ThingNames);
  const wordsOf = roleWords(user, nameOf);
  const purposes = new Map(
    (user.role_assignments ?? []).flatMap((role) => {
      const { role_id: id } = role;
      const purpose = id === undefined ? undefined : nameOf({ kind: "roles", id })?.description;
      const { name, owner } = wordsOf(role);
      return purpose === undefined ? [] : [[id, { name, owner, purpose }] as const];
    }),
  );
  if (purposes.size === 0) return null;
  return (
    <section class="further">
      <h3>{t("field.rolePurposes")}</h3>
      <Details>
        {[...purposes].slice(0, PURPOSES_MAX).map(([id, { name, owner, purpose }]) => (
          <Detail
            key={id}
            name={
              <>
                <InertText text={name} whole />
                {owner !== undefined && (
                  <>
                    {" · "}
                    <InertText text={owner} whole />
                  </>
                )}
              </>
            }
          >
            <InertText text={purpose} whole />
          </Detail>
        ))}
      </Details>
    </section>
  );
}
