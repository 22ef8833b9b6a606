/** What the build wrote into the code (wxt.config.ts). */

declare const __API_ORIGIN__: string;

/** The one origin that the extension talks to, fixed when it was built (design, invariant 5). */
export const API_ORIGIN: string = __API_ORIGIN__;
