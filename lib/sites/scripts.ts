/** The scripts that run in pages. All but the first are put in when they are first needed. */

export const CONTENT_SCRIPT = "content-scripts/page.js";

/** Holds the keyboard for the card that the command asks for, and takes it back. */
export const KEYBOARD_SCRIPT = "page-keyboard.js";

/** Draw the card, in the top frame. */
export const CARD_SCRIPTS = [KEYBOARD_SCRIPT, "page-card.js"] as const;

/** Finds people in a text, for each of those that come after it. */
const MENTIONS_SCRIPT = "page-mentions.js";

const LOOK_SCRIPT = "page-look.js";

/** Look whom the pointer rests on, in this order. */
export const LOOK_SCRIPTS = [MENTIONS_SCRIPT, LOOK_SCRIPT] as const;

/** Finds who is behind what names nobody in its text; after LOOK_SCRIPTS. */
export const BEHIND_SCRIPT = "page-behind.js";

/** Answer command and menu. */
export const INVOKED_SCRIPTS = [
  MENTIONS_SCRIPT,
  LOOK_SCRIPT,
  BEHIND_SCRIPT,
  "page-invoked.js",
] as const;

/** Underline mentions; after those that tell what is one. */
export const MARKS_SCRIPTS = [
  MENTIONS_SCRIPT,
  LOOK_SCRIPT,
  BEHIND_SCRIPT,
  "page-marks.js",
] as const;

/** List mentions for the popup. */
export const LIST_SCRIPTS = [MENTIONS_SCRIPT, LOOK_SCRIPT, BEHIND_SCRIPT, "page-list.js"] as const;

/** Scripts as `scripting.executeScript` takes them: relative paths would be those of the page that calls it. */
export function toFiles<S extends string>(...scripts: S[]): `/${S}`[] {
  return scripts.map((script): `/${S}` => `/${script}`);
}
