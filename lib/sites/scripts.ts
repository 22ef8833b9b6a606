/** The scripts that run in pages. All but the first are put in when they are first needed. */

export const CONTENT_SCRIPT = "content-scripts/page.js";

/** Looks whom the pointer rests on. */
export const LOOK_SCRIPT = "page-look.js";

/** Draws the card, in the top frame. */
export const CARD_SCRIPT = "page-card.js";

/** Answers command and menu. */
export const ASKED_SCRIPT = "page-asked.js";

/** Underlines mentions. */
export const MARKS_SCRIPT = "page-marks.js";

/** Lists mentions for the popup. */
export const LIST_SCRIPT = "page-list.js";
