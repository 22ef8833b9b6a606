/**
 * Every budget and cap of the extension. Both sides of a message import this file,
 * so that what one side may send is what the other side accepts (design, invariant 11).
 *
 * It holds plain numbers only: the content script carries it.
 */

/** Milliseconds after which a request to the API is given up. Keycard API notes, section 4. */
export const REQUEST_TIMEOUT_MS = 10_000;

/** Largest reply body read from the API, in bytes. */
export const REPLY_MAX_BYTES = 5 * 1024 * 1024;

/** Ids that one `filter[id]` list call may carry. Keycard API notes, section 3. */
export const IDS_PER_REQUEST = 100;

/** Users in the one page that a zone without filtering answers with. Keycard API notes, section 3. */
export const LIST_PAGE_MAX = 100;

/** Characters of a mention's value: 64 for the local part, `@`, 253 for the domain, and room for a subject. */
export const MENTION_MAX_CHARS = 320;

/** Characters of free text that a search may carry. */
export const SEARCH_MAX_CHARS = 320;
