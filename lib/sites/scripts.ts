/** The scripts that run in pages. All except the first are injected when they are first needed. */

export const CONTENT_SCRIPT = "content-scripts/page.js";

/** Holds keys for the card that the command requests, and manages the keyboard focus. */
export const KEYBOARD_SCRIPT = "page-keyboard.js";

/** Draw the card, in the top frame. */
export const CARD_SCRIPTS = [KEYBOARD_SCRIPT, "page-card.js"] as const;

/** Finds mentions in a text, for each of the scripts that come after it. */
const MENTIONS_SCRIPT = "page-mentions.js";

const LOOK_SCRIPT = "page-look.js";

/** Find the mention under the pointer, in this order. */
export const LOOK_SCRIPTS = [MENTIONS_SCRIPT, LOOK_SCRIPT] as const;

/** Finds the person behind a text without a mention; after LOOK_SCRIPTS. */
export const BEHIND_SCRIPT = "page-behind.js";

/** Handle command and menu. */
export const INVOKED_SCRIPTS = [
  MENTIONS_SCRIPT,
  LOOK_SCRIPT,
  BEHIND_SCRIPT,
  "page-invoked.js",
] as const;

/** Underline mentions; after the scripts that find them. */
export const MARKS_SCRIPTS = [
  MENTIONS_SCRIPT,
  LOOK_SCRIPT,
  BEHIND_SCRIPT,
  "page-marks.js",
] as const;

/** List mentions for the popup. */
export const LIST_SCRIPTS = [MENTIONS_SCRIPT, LOOK_SCRIPT, BEHIND_SCRIPT, "page-list.js"] as const;

/** Converts scripts for `scripting.executeScript`: relative paths would be relative to the calling page. */
export function toFiles<S extends string>(...scripts: S[]): `/${S}`[] {
  return scripts.map((script): `/${S}` => `/${script}`);
}
