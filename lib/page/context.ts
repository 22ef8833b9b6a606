/**
 * Replaces WXT's ContentScriptContext, which reveals the extension to the page: it dispatches an event named after the
 * extension's ID on `document`, and a page that forges this event ends the script (wxt 0.21.4,
 * utils/content-script-context; seen 2026-11). Aliased in wxt.config.ts. Remove it when WXT offers a context without
 * page events. Here, lifetime.ts ends whatever runs over time.
 */
export class ContentScriptContext {}
