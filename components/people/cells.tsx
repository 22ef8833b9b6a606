import { useContext } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { LocateIcon } from "../parts/icons.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { exactLocal, momentOf } from "../parts/time.ts";
import { Words } from "../user/words.tsx";
import { briefOf } from "./brief.ts";
import { ListContext } from "./list-facts.ts";
import { openName, shownWords, times } from "./mention-words.ts";
import { type OnPage, onPageOf, type Row } from "./row.ts";
import {
  nameIn,
  namesIn,
  noteIn,
  rolesIn,
  signInAgo,
  stateOf,
  verificationIn,
} from "./row-words.ts";

/** The cells of a line, one for each column that is shown. */

export interface CellProps {
  row: Row;
  /** Number of columns it spans. */
  span: number;
  onOpen: (row: Row) => void;
}

/**
 * Who it is: the button that opens the person, and notes without a column of their own; without room for columns,
 * everything in one line.
 */
export function PersonCell({ row, onOpen }: CellProps) {
  const note = noteIn(row, useContext(ListContext));
  const shown = onPageOf(row)?.walk.shown.value;
  const names = namesIn(row);
  return (
    <th scope="row" class="people-who">
      <button
        type="button"
        class="people-open"
        aria-label={openName(row)}
        onClick={() => onOpen(row)}
      >
        <span class="people-name">
          <InertText text={nameIn(row)} whole />
        </span>
      </button>
      <Brief row={row} />
      {names && (
        <p class="people-names">
          <InertText text={names} whole />
        </p>
      )}
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

function Brief({ row }: Pick<CellProps, "row">) {
  const verification = verificationIn(row);
  return (
    <p class="people-brief">
      {row.user?.email_verified === false && verification && <Words fact={verification} />}
      <InertText text={briefOf(row, useContext(ListContext))} whole />
    </p>
  );
}

/** Whether there is a user, and with which status. */
export function StateCell({ row, span }: CellProps) {
  return (
    <td colSpan={span > 1 ? span : undefined} class="people-fact people-state">
      <Words fact={stateOf(row)} />
    </td>
  );
}

export function VerificationCell({ row }: CellProps) {
  const verification = verificationIn(row);
  return (
    <td class="people-fact people-verification">{verification && <Words fact={verification} />}</td>
  );
}

export function RolesCell({ row }: CellProps) {
  return (
    <td class="people-fact people-roles">
      <InertText text={rolesIn(row, useContext(ListContext).nameOf) ?? ""} whole />
    </td>
  );
}

export function SignInCell({ row: { user } }: CellProps) {
  if (!user) return <td />;
  const { authenticated_at: at } = user;
  const moment = at === undefined ? undefined : momentOf(at);
  return (
    <td class="people-fact people-sign-in">
      {moment === undefined ? (
        <InertText text={signInAgo(user)} whole />
      ) : (
        <time dateTime={new Date(moment).toISOString()} title={exactLocal(moment)}>
          {signInAgo(user)}
        </time>
      )}
    </td>
  );
}

/** How often someone is mentioned on the page, and the button that leads there. */
export function PlacesCell({ row }: CellProps) {
  const onPage = onPageOf(row);
  return onPage ? <Places value={nameIn(row)} {...onPage} /> : <td />;
}

interface PlacesProps extends OnPage {
  value: string;
}

function Places({ value, count, walk }: PlacesProps) {
  const shown = walk.shown.value;
  const show = async () => {
    const said = shownWords(await walk.showNext());
    if (said !== undefined) announce(t("onPage.announced", { value, said }));
  };
  return (
    <td class="people-places">
      <button
        type="button"
        class="icon-button"
        aria-label={t("onPage.showName", { value })}
        title={t("onPage.show")}
        onClick={() => void show()}
      >
        <LocateIcon />
      </button>
      <span class="people-place">{shown.state === "shown" ? shownWords(shown) : times(count)}</span>
    </td>
  );
}
