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

/** Objects and lists inside one another in a reply; deeper ones hurt whatever walks them. An honest reply has five. */
export const REPLY_MAX_DEPTH = 32;

/** Characters of one of the API's texts; a longer one is none of its. Longest documented: 255; an issuer is an address. */
export const API_TEXT_MAX_CHARS = 2_048;

/** Entries of a list inside one of the API's things, such as the scopes of a grant; a longer one is none of its. */
export const API_LIST_MAX_ENTRIES = 1_000;

/** Pages of LIST_PAGE_MAX that the inspector reads of one person's sessions, or grants; what is beyond is said. */
export const INSPECT_PAGES_MAX = 3;

/** Names of applications, resources and providers that one message may ask for. */
export const NAMES_PER_MESSAGE = 50;

/** Names of applications, resources and providers that are kept in memory. */
export const NAMES_KEPT = 500;

/** People that one message may have looked up: as many IDs as one request carries. */
export const LOOK_UPS_PER_MESSAGE = 100;

/** Different people of a pasted text who are looked up, and characters that such a text may have. */
export const PASTED_MAX = 1_000;
export const PASTED_MAX_CHARS = 500_000;

/** Users or zones in one page of a list that are believed: ten times the longest page that can be asked for. */
export const PAGE_ITEMS_MAX = 1_000;

/** Ids that one `filter[id]` list call may carry. Keycard API notes, section 3. */
export const IDS_PER_REQUEST = 100;

/** Users in the one page that a zone without filtering answers with. Keycard API notes, section 3. */
export const LIST_PAGE_MAX = 100;

/** Characters of a mention's value: 64 for the local part, `@`, 253 for the domain, and room for a subject. */
export const MENTION_MAX_CHARS = 320;

/** Characters of free text that a search may carry. */
export const SEARCH_MAX_CHARS = 320;

/** Retries after a failed request that may pass: 408, 429, 5xx, no connection, time-out. Keycard API notes, section 4. */
export const RETRIES_MAX = 2;

/** Milliseconds that the first back-off lasts at most; doubled for each further one. */
export const RETRY_BASE_MS = 250;

/** Milliseconds that any back-off of our own choosing lasts at most. */
export const RETRY_CAP_MS = 4_000;

/** Longest `Retry-After`, in milliseconds, that is waited out; a longer one is told to the person instead. */
export const RETRY_AFTER_WAIT_MAX_MS = 5_000;

/** Longest `Retry-After`, in milliseconds, that is believed: a day. */
export const RETRY_AFTER_MAX_MS = 24 * 60 * 60 * 1_000;

/** Characters of an id in a request's path or filter. */
export const API_ID_MAX_CHARS = 255;

/** Characters of a paging cursor. Keycard API notes, section 3. */
export const CURSOR_MAX_CHARS = 255;

/** Characters of an API key, client id, client secret or bearer token: what servers take in one header. */
export const CREDENTIAL_MAX_CHARS = 8_192;

/** Characters of a passphrase. Eight are the least that NIST SP 800-63B allows for one that people choose. */
export const PASSPHRASE_MIN_CHARS = 8;
export const PASSPHRASE_MAX_CHARS = 1_024;

/** Rounds of PBKDF2-SHA-256: the least by OWASP's password storage cheat sheet (2023), and what is believed at most. */
export const PBKDF2_ROUNDS = 600_000;
export const PBKDF2_ROUNDS_MAX = 10_000_000;

/** Minutes without a look-up after which a key with a passphrase is locked: unless set otherwise, and at most (a day). */
export const LOCK_AFTER_MIN = 15;
export const LOCK_AFTER_MAX_MIN = 24 * 60;

/** Milliseconds between two notes of when the key was last used. */
export const LAST_USE_STEP_MS = 10_000;

/** Bytes of a failed request's body that are read for its message. */
export const ERROR_BODY_MAX_BYTES = 64 * 1024;

/** Characters of an API error's message, and of its code, that are kept. */
export const ERROR_TEXT_MAX_CHARS = 300;

/** Milliseconds before its expiry from which an exchanged token is not used any more. Keycard API notes, section 2. */
export const TOKEN_MARGIN_MS = 60_000;

/** Seconds that an exchanged token is good for when the reply does not say. Keycard API notes, section 2. */
export const TOKEN_DEFAULT_LIFE_S = 3_600;

/** Characters read to either side of the caret when the word under the pointer is put together. */
export const TEXT_AROUND_CHARS = 400;

/** Nodes visited to either side of the caret for the same: enough for a highlighter that wraps every letter. */
export const TEXT_AROUND_NODES = 128;

/** Text nodes measured below the pointer when the caret API gives none (`user-select: none`). */
export const TEXT_BY_BOX_NODES = 64;

/** Ancestors of the element under the pointer whose `title`, `aria-label` and `alt` are read. */
export const LABEL_ANCESTORS = 3;

/** Milliseconds the pointer rests on a mention before the card opens. */
export const HOVER_SHOW_MS = 250;

/** The least and the most of it that the person may set, in ms. Less would open cards on the way past. */
export const HOVER_SHOW_MIN_MS = 100;
export const HOVER_SHOW_MAX_MS = 2_000;

/** Milliseconds after the pointer has left mention and card before the card closes. */
export const HOVER_HIDE_MS = 300;

/** Longest time in ms that a pointer on its way to the card may keep it open. */
export const SAFE_PATH_MS = 1_000;

/** Milliseconds by which the clocks of two processes may differ: no pointer is so quick from one frame into another. */
export const CLOCK_SKEW_MS = 4;

/** Milliseconds between two looks at what is under a moving pointer. */
export const POINTER_LOOK_MS = 50;

/** Speed in CSS px per ms above which a pointer is passing by, not pointing. */
export const POINTER_FAST_PX_PER_MS = 0.8;

/** Milliseconds after a key press in a field during which its text is not looked at. */
export const TYPING_QUIET_MS = 1_000;

/**
 * Outer size of the card in CSS px; constant whatever it shows (design, invariant 1). The second height is for "More",
 * which each card offers, whatever it shows too.
 */
export const CARD_WIDTH_PX = 400;
export const CARD_HEIGHT_PX = 348;
export const CARD_MORE_HEIGHT_PX = 520;

/** Milliseconds for which the ticket of a card's frame may be claimed. */
export const CARD_TICKET_MS = 30_000;

/**
 * Milliseconds for which the card has to be plainly visible, and to stand still, before a click in it counts, after a
 * page has covered or moved it: as long as Chromium guards its own prompts against a click that was meant for
 * something else, the gap of a slow double click.
 */
export const CLICK_STEADY_MS = 500;

/** Milliseconds within which a card that is shown is reported visible, and is no card that was covered before. */
export const CARD_REVEAL_MS = 1_000;

/** Milliseconds between two reports of the browser whether the card can be seen: the least that it allows. */
export const SIGHT_REPORT_MS = 100;

/** Pages of zones that are read for the zone chooser: 2,000 zones. */
export const ZONE_PAGES_MAX = 20;

/** Milliseconds that a page waits for the card to have let go of whom it showed before. */
export const CARD_READY_MS = 500;

/**
 * Milliseconds that a hidden card stays loaded: less than the 30 s after which an idle worker is stopped, which would
 * cut the card's line and have it wake the worker again.
 */
export const HIDDEN_CARD_KEEP_MS = 20_000;

/** Requests a second to the API in the long run, and at once after a rest. */
export const REQUESTS_PER_S = 10;
export const REQUESTS_BURST = 20;

/**
 * Messages that the pages of one tab, and those of all tabs, may send: a second in the long run, and at once. A
 * pointer that moves sends up to 20 a second; a change of sites or marks makes every frame of every tab ask once.
 */
export const PAGE_MESSAGES = {
  perTab: { rate: 60, burst: 500 },
  together: { rate: 200, burst: 5_000 },
};

/**
 * Look-ups that the pages and cards of one tab, and those of all tabs, may start. Nobody reads faster; a page that has
 * taken over its renderer, and with it the content script, gets no further.
 */
export const PAGE_LOOKS = {
  perTab: { rate: 2, burst: 60 },
  together: { rate: 4, burst: 120 },
};

/** Failed requests within BREAKER_WINDOW_MS that stop all requests for BREAKER_OPEN_MS; then one probe goes out. */
export const BREAKER_FAILURES = 5;
export const BREAKER_WINDOW_MS = 30_000;
export const BREAKER_OPEN_MS = 30_000;

/** Retries that each look-up earns, that may be made before any is earned, and that can be saved up. */
export const RETRY_SHARE = 0.1;
export const RETRY_RESERVE = 2;
export const RETRY_CAP = 10;

/** Milliseconds for which look-ups are collected to go out together. */
export const BATCH_WINDOW_MS = 20;

/**
 * Windows that a batch waits at most while more keeps coming: a burst of messages from a page takes a while to come in.
 * A full batch goes out at once.
 */
export const BATCH_WINDOWS_MAX = 50;

/** Addresses that one `filter[email]` call carries: each may go twice, as written and lower-cased. */
export const EMAILS_PER_REQUEST = 50;

/** Pages that an e-mail or subject query is followed for; beyond that the answer is inconclusive. */
export const MATCH_PAGES_MAX = 5;

/** How long a found answer is shown without asking again, and how long beside a look-up behind it; an absence; ms. */
export const CACHE_FRESH_MS = 5 * 60_000;
export const CACHE_STALE_MS = 60 * 60_000;
export const CACHE_ABSENT_MS = 60_000;

/** Minutes that an answer may be kept at most, which an organization may lower to 0. */
export const CACHE_MAX_MIN = CACHE_STALE_MS / 60_000;

/** Answers kept; the least recently used go first. */
export const CACHE_ENTRIES = 1_000;

/**
 * Characters (of JSON) of all answers kept, of one, and of what is kept of a zone: session storage takes 10 MB in
 * Chromium, counted as they lie in memory. An honest person's answer has about a thousand, a zone's users 100,000.
 */
export const CACHE_MAX_CHARS = 2_000_000;
export const CACHE_ANSWER_MAX_CHARS = 200_000;
export const ZONE_MEMORY_MAX_CHARS = 1_000_000;

/** How long it is believed that a zone's list ignores its parameters, ms: Keycard will change that one day. */
export const CONTRACT_MEMORY_MS = 10 * 60_000;

/** Other zones that are asked at the same time for somebody absent here. */
export const ZONES_AT_ONCE = 4;

/** Milliseconds for which a 401 or 403 is believed without asking again, unless somebody insists. */
export const REFUSAL_MEMORY_MS = 60_000;

/** Milliseconds between two checks that the shown word still stands where it did. */
export const WORD_CHECK_MS = 200;

/** Milliseconds between two checks that the document is still the one whose events are heard, and the extension there. */
export const DOCUMENT_CHECK_MS = 1_000;

/** Elements below the pointer that are looked through for text under a transparent one. */
export const STACK_ELEMENTS = 12;

/** Subject patterns that the settings may hold, and characters of one. */
export const SUBJECT_PATTERNS_MAX = 20;
export const TEMPLATE_MAX_CHARS = 512;

/** Characters of a text that the patterns are tried on. */
export const TRIED_TEXT_MAX_CHARS = 2_000;

/** Bytes of a file of settings that is read: 1,000 sites and as many marks have 600,000. */
export const SETTINGS_FILE_MAX_BYTES = 1024 * 1024;

/** Characters of a template of the console's address. */
export const CONSOLE_URL_MAX_CHARS = 2_000;

/**
 * Milliseconds that the first-run page waits for the policy of the organization that has installed the extension.
 * Chromium 156 first says there is none, and tells it 3 to 6 s later (measured 2026-11); a worker lives 30 s.
 */
export const FIRST_RUN_WAIT_MS = 15_000;

/** What of an organization's policy is wrong: so many warnings, each with so many characters of what was given. */
export const POLICY_WARNINGS_MAX = 50;
export const POLICY_GIVEN_CHARS = 60;

/** Sites that a setting may name, and characters of one's match pattern. */
export const SITES_MAX = 1_000;
export const SITE_MAX_CHARS = 300;

/** Nodes that a survey of a page visits between two looks at the clock. */
export const SURVEY_CHECK_NODES = 64;

/** Characters of one text that a survey reads at once: about 0.2 ms. */
export const SURVEY_WINDOW_CHARS = 32_768;

/** Characters of the word before an inline element that decide whether it goes on inside: the longest address. */
export const SEAM_CHARS = 320;

/** Milliseconds that a slice of work in a page lasts, and that it waits at most for the browser to be idle. */
export const SLICE_MS = 4;
export const IDLE_WAIT_MS = 1_000;

/** Mentions that are underlined in one document; changes of it that wait to be read, above which all is read anew. */
export const MARKS_MAX = 500;
export const MARK_JOBS_MAX = 1_000;

/** Milliseconds between two times that lines are drawn while a document is still read. */
export const MARKS_DRAW_MS = 500;

/**
 * Elements that the browser may go through in a second for the lines of a page that changes, all its frames together,
 * before the lines rest: about 90 ms (lib/page/marks/calm.ts).
 */
export const MARKS_REDRAWN_PER_S = 150_000;

/** Different mentions that are listed of one document, and of a tab's documents together. */
export const LISTED_MAX = 1_000;

/** Milliseconds for which a mention that was scrolled to is lit up. */
export const REVEAL_MS = 2_000;

/** Milliseconds before the part of a page that looks is asked for again, when it could not be put in. */
export const LOOK_RETRY_MS = 5_000;

/** People that the popup lists as seen before: what stands in it without scrolling. */
export const RECENTS_MAX = 8;

/** Events that the debug log holds; the oldest make room for new ones. About 50 kB. */
export const DEBUG_LOG_ENTRIES = 500;
