/**
 * Budgets and caps that more than one room goes by. Both sides of a message import this file, so that what one side may
 * send is what the other side accepts (design, invariant 11). One that a single room goes by stands in the file that
 * keeps to it, by the same rules: a named constant, with its unit and, where it comes from elsewhere, its source.
 *
 * It holds plain numbers only: the content script carries it.
 */

/** Characters of one of the API's texts; a longer one is none of its. Longest documented: 255; an issuer is an address. */
export const API_TEXT_MAX_CHARS = 2_048;

/** Names of things that one message may ask for, or bring: fewer than IDS_PER_REQUEST. */
export const NAMES_PER_MESSAGE = 50;

/** People that one message may have looked up: as many IDs as one request carries. */
export const LOOK_UPS_PER_MESSAGE = 100;

/** Groups that one message may tell somebody to be in; of whoever is in more it tells none. */
export const GROUPS_PER_MESSAGE = 1_000;

/** Different people of a pasted text who are looked up, and characters that such a text may have: 100 for each. */
export const PASTED_MAX = 10_000;
export const PASTED_MAX_CHARS = 1_000_000;

/** Ids that one `filter[id]` list call may carry. Keycard API notes, section 3. */
export const IDS_PER_REQUEST = 100;

/** Users in the one page that a zone without filtering answers with. Keycard API notes, section 3. */
export const LIST_PAGE_MAX = 100;

/** Characters of a mention's value: 64 for the local part, `@`, 253 for the domain, and room for a subject. */
export const MENTION_MAX_CHARS = 320;

/** Characters of free text that a search may carry. */
export const SEARCH_MAX_CHARS = 320;

/** Longest `Retry-After`, in milliseconds, that is waited out; a longer one is told to the person instead. */
export const RETRY_AFTER_WAIT_MAX_MS = 5_000;

/** Characters of an id in a request's path or filter. */
export const API_ID_MAX_CHARS = 255;

/** Characters of a paging cursor. Keycard API notes, section 3. */
export const CURSOR_MAX_CHARS = 255;

/** Characters of an API key, client id, client secret or bearer token: what servers take in one header. */
export const CREDENTIAL_MAX_CHARS = 8_192;

/** Characters of a passphrase at least: those that NIST SP 800-63B asks for where people choose one. */
export const PASSPHRASE_MIN_CHARS = 8;

/** Minutes without a look-up after which a key with a passphrase is locked: unless set otherwise, and at most (a day). */
export const LOCK_AFTER_MIN = 15;
export const LOCK_AFTER_MAX_MIN = 24 * 60;

/** Milliseconds the pointer rests on a mention before the card opens. */
export const HOVER_SHOW_MS = 250;

/** The least and the most of it that the person may set, in ms. Less would open cards on the way past. */
export const HOVER_SHOW_MIN_MS = 100;
export const HOVER_SHOW_MAX_MS = 2_000;

/** Milliseconds after the pointer has left mention and card before the card closes. */
export const HOVER_HIDE_MS = 300;

/**
 * Outer size of the card in CSS px; constant whatever it shows (design, invariant 1). The second height is for "More",
 * which each card offers, whatever it shows too.
 */
export const CARD_WIDTH_PX = 400;
export const CARD_HEIGHT_PX = 348;
export const CARD_MORE_HEIGHT_PX = 520;

/** How long a found answer is shown without asking again, and how long beside a look-up behind it; ms. */
export const CACHE_FRESH_MS = 5 * 60_000;
export const CACHE_STALE_MS = 60 * 60_000;

/** Minutes that an answer may be kept at most, which an organization may lower to 0. */
export const CACHE_MAX_MIN = CACHE_STALE_MS / 60_000;

/** Milliseconds between two checks that the shown word still stands where it did. */
export const WORD_CHECK_MS = 200;

/** Subject patterns that the settings may hold, and characters of one. */
export const SUBJECT_PATTERNS_MAX = 20;
export const TEMPLATE_MAX_CHARS = 512;

/** Bytes of a file of settings that is read: 1,000 sites and as many marks have 600,000. */
export const SETTINGS_FILE_MAX_BYTES = 1024 * 1024;

/** Characters of a template of the console's address. */
export const CONSOLE_URL_MAX_CHARS = 2_000;

/** Characters of a site's match pattern. */
export const SITE_MAX_CHARS = 300;

/** Mentions that are underlined in one document. */
export const MARKS_MAX = 500;

/** Different mentions that are listed of one document, and of a tab's documents together. */
export const LISTED_MAX = 1_000;
