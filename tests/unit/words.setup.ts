import { WORDS } from "../../lib/page/look/brought-words.ts";

// What page-look.js has set up when the parts run that come after it.
globalThis.keycardLookupWords = WORDS;
