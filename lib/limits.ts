/**
 * Budgets and caps that several folders share. Both sides of a message import this file, so that what one side can send
 * is what the other side accepts (design, invariant 11). A limit that only one folder uses is in the file that applies
 * it, by the same rules: a named constant, with its unit and, if it comes from elsewhere, its source.
 *
 * It contains only plain numbers, because the content script includes it.
 */

/**
 * Maximum characters of one of the API's texts; a longer one can't be the API's. Longest documented: 255; an issuer is
 * a URL.
 */
export const API_TEXT_MAX_CHARS = 2_048;

/** Maximum number of names of things in one message: fewer than IDS_PER_REQUEST. */
export const NAMES_PER_MESSAGE = 50;

/** Maximum number of lookups in one message: as many IDs as one request can have. */
export const LOOK_UPS_PER_MESSAGE = 100;

/** Maximum number of a person's groups in one message; for someone in more groups, it has none. */
export const GROUPS_PER_MESSAGE = 1_000;

/**
 * Maximum number of different people who are looked up from a pasted text, and characters of such a text: 100 for each.
 */
export const PASTED_MAX = 10_000;
export const PASTED_MAX_CHARS = 1_000_000;

/** Maximum number of IDs in one `filter[id]` list call. Keycard API notes, section 3. */
export const IDS_PER_REQUEST = 100;

/** Number of users in the one page that a zone without filtering returns. Keycard API notes, section 3. */
export const LIST_PAGE_MAX = 100;

/** Maximum characters of a mention's value: 64 for the local part, `@`, 253 for the domain, and room for a subject. */
export const MENTION_MAX_CHARS = 320;

/** Maximum characters of free text in a search. */
export const SEARCH_MAX_CHARS = 320;

/** Longest `Retry-After`, in milliseconds, that is waited for; a longer one is shown to the user instead. */
export const RETRY_AFTER_WAIT_MAX_MS = 5_000;

/** Maximum characters of an ID in a request's path or filter. */
export const API_ID_MAX_CHARS = 255;

/** Maximum characters of a paging cursor. Keycard API notes, section 3. */
export const CURSOR_MAX_CHARS = 255;

/** Maximum characters of an API key, client ID, client secret or bearer token: what servers accept in one header. */
export const CREDENTIAL_MAX_CHARS = 8_192;

/** Minimum characters of a passphrase: what NIST SP 800-63B requires if people choose one. */
export const PASSPHRASE_MIN_CHARS = 8;

/** Minutes without a lookup after which a key with a passphrase is locked: the default, and the maximum (a day). */
export const LOCK_AFTER_MIN = 15;
export const LOCK_AFTER_MAX_MIN = 24 * 60;

/** Milliseconds that the pointer rests on a mention before the card opens. */
export const HOVER_SHOW_MS = 250;

/** The minimum and maximum of it that the user can set, in ms. A shorter time would open cards in passing. */
export const HOVER_SHOW_MIN_MS = 100;
export const HOVER_SHOW_MAX_MS = 2_000;

/** Milliseconds after the pointer has left mention and card before the card closes. */
export const HOVER_HIDE_MS = 300;

/**
 * Outer size of the card in CSS px; the same whatever it shows (design, invariant 1). The second height is for "More",
 * which every card offers, whatever it shows.
 */
export const CARD_WIDTH_PX = 400;
export const CARD_HEIGHT_PX = 348;
export const CARD_MORE_HEIGHT_PX = 520;

/** How long a found answer is shown without a new request, and how long it is shown while a new request runs; ms. */
export const CACHE_FRESH_MS = 5 * 60_000;
export const CACHE_STALE_MS = 60 * 60_000;

/** Maximum minutes that an answer is cached, which an organization can lower to 0. */
export const CACHE_MAX_MIN = CACHE_STALE_MS / 60_000;

/** Milliseconds between two checks that the shown word is still in its place. */
export const WORD_CHECK_MS = 200;

/** Maximum number of subject patterns in the settings, and characters of one. */
export const SUBJECT_PATTERNS_MAX = 20;
export const TEMPLATE_MAX_CHARS = 512;

/** Maximum bytes of a settings file that is read: 1,000 sites and as many marks have 600,000. */
export const SETTINGS_FILE_MAX_BYTES = 1024 * 1024;

/** Maximum characters of a template of the console's URL. */
export const CONSOLE_URL_MAX_CHARS = 2_000;

/** Maximum characters of a site's match pattern. */
export const SITE_MAX_CHARS = 300;

/** Maximum number of mentions that are underlined in one document. */
export const MARKS_MAX = 500;

/** Maximum number of different mentions that are listed for one document, and for all documents of a tab. */
export const LISTED_MAX = 1_000;
