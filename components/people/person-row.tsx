import { t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { exactLocal, momentOf, relativeTo } from "../parts/time.ts";
import { Words } from "../user/words.tsx";
import { openName, shownWords, times } from "./mention-words.ts";
import type { Column } from "./order.ts";
import type { Mentioned, Row } from "./row.ts";
import { namesIn, noteIn, rolesIn, stateOf, verificationIn } from "./row-words.ts";

export interface PersonRowProps {
  row: Row;
  columns: readonly Column[];
  onOpen: (row: Row) => void;
}

/** Columns that say something of a user, and are one cell where there is none. */
const OF_USER = 4;

/** A line of the table: who, what is known, the way to the person and to where they stand on the page. */
export function PersonRow({ row, columns, onOpen }: PersonRowProps) {
  const { mentioned, user } = row;
  const { sought, onPage } = mentioned;
  const note = noteIn(row);
  const shown = onPage?.walk.shown.value;
  const verification = verificationIn(row);
  return (
    <tr class="people-row" data-user-id={user?.id}>
      <th scope="row" class="people-who">
        <button
          type="button"
          class="people-open"
          aria-label={openName(row)}
          onClick={() => onOpen(row)}
        >
          <span class="people-name">
            <InertText text={sought.value} whole />
          </span>
        </button>
        <p class="people-names">
          <InertText text={namesIn(row)} whole />
        </p>
        {note !== undefined && (
          <p class="people-note">
            <InertText text={note} />
          </p>
        )}
        {(shown?.state === "gone" || shown?.state === "lost") && (
          <p class="people-note is-trouble">{shownWords(shown)}</p>
        )}
      </th>
      {columns.includes("status") && (
        <td colSpan={verification ? undefined : OF_USER} class="people-fact">
          <Words fact={stateOf(row)} />
        </td>
      )}
      {user && verification && (
        <>
          <td class="people-fact">
            <Words fact={verification} />
          </td>
          <td class="people-fact people-roles">
            <InertText text={rolesIn(row) ?? ""} whole />
          </td>
          <td class="people-fact people-sign-in">
            <span class="people-label" aria-hidden="true">
              {t("field.lastSignIn")}{" "}
            </span>
            <SignIn at={user.authenticated_at} />
          </td>
        </>
      )}
      {onPage && <PlacesCell mentioned={mentioned} {...onPage} />}
    </tr>
  );
}

type PlacesCellProps = { mentioned: Mentioned } & NonNullable<Mentioned["onPage"]>;

function PlacesCell({ mentioned: { sought }, count, walk }: PlacesCellProps) {
  const shown = walk.shown.value;
  const show = async () => {
    const said = shownWords(await walk.showNext());
    if (said !== undefined) announce(t("onPage.announced", { value: sought.value, said }));
  };
  return (
    <td class="people-places">
      <button
        type="button"
        class="button"
        aria-label={t("onPage.showName", { value: sought.value })}
        onClick={() => void show()}
      >
        {t("onPage.show")}
      </button>
      <span class="people-place">{shown.state === "shown" ? shownWords(shown) : times(count)}</span>
    </td>
  );
}

/** Of a thousand lines none ticks: it was so many days ago when it was drawn. */
function SignIn({ at }: { at: string | undefined }) {
  if (at === undefined) return <>{t("user.neverSignedIn")}</>;
  const moment = momentOf(at);
  if (moment === undefined) return <InertText text={at} whole />;
  return (
    <time dateTime={new Date(moment).toISOString()} title={exactLocal(moment)}>
      {relativeTo(moment, Date.now())}
    </time>
  );
}
