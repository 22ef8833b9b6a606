import { t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { exactLocal, momentOf, relativeTo } from "../parts/time.ts";
import { Words } from "../user/words.tsx";
import { openName, shownWords, times } from "./mention-words.ts";
import { type Mentioned, type OnPage, onPageOf, type Row } from "./row.ts";
import { namesIn, noteIn, rolesIn, stateOf, verificationIn } from "./row-words.ts";

/** The cells of a line, one for each column that is shown. */

export interface CellProps {
  row: Row;
  /** Over how many columns it goes. */
  span: number;
  onOpen: (row: Row) => void;
}

/** Who: the way to the person, and what has to be known beside the columns. */
export function MentionCell({ row, onOpen }: CellProps) {
  const { query } = row.mentioned;
  const note = noteIn(row);
  const shown = onPageOf(row)?.walk.shown.value;
  return (
    <th scope="row" class="people-who">
      <button
        type="button"
        class="people-open"
        aria-label={openName(row)}
        onClick={() => onOpen(row)}
      >
        <span class="people-name">
          <InertText text={query.value} whole />
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
  );
}

/** Whether there is a user, and of which status. */
export function StateCell({ row, span }: CellProps) {
  return (
    <td colSpan={span > 1 ? span : undefined} class="people-fact">
      <Words fact={stateOf(row)} />
    </td>
  );
}

export function VerificationCell({ row }: CellProps) {
  const verification = verificationIn(row);
  return <td class="people-fact">{verification && <Words fact={verification} />}</td>;
}

export function RolesCell({ row }: CellProps) {
  return (
    <td class="people-fact people-roles">
      <InertText text={rolesIn(row) ?? ""} whole />
    </td>
  );
}

export function SignInCell({ row }: CellProps) {
  return (
    <td class="people-fact people-sign-in">
      <span class="people-label" aria-hidden="true">
        {t("field.lastSignIn")}{" "}
      </span>
      <SignIn at={row.user?.authenticated_at} />
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

/** How often somebody stands on the page, and the way there. */
export function PlacesCell({ row }: CellProps) {
  const onPage = onPageOf(row);
  return onPage ? <Places query={row.mentioned.query} {...onPage} /> : null;
}

type PlacesProps = Pick<Mentioned, "query"> & OnPage;

function Places({ query, count, walk }: PlacesProps) {
  const shown = walk.shown.value;
  const show = async () => {
    const said = shownWords(await walk.showNext());
    if (said !== undefined) announce(t("onPage.announced", { value: query.value, said }));
  };
  return (
    <td class="people-places">
      <button
        type="button"
        class="button"
        aria-label={t("onPage.showName", { value: query.value })}
        onClick={() => void show()}
      >
        {t("onPage.show")}
      </button>
      <span class="people-place">{shown.state === "shown" ? shownWords(shown) : times(count)}</span>
    </td>
  );
}
