/**
 * Stands in for WXT's ContentScriptContext, which tells the page that the extension is there:
 * it dispatches an event named after the extension's id on `document`, and a page that forges the
 * same event ends the script (wxt 0.21.4, utils/content-script-context; seen 2026-11). Aliased in
 * wxt.config.ts; can go when WXT offers a context without page events. What lives in time here
 * hangs on lifetime.ts instead.
 */
export class ContentScriptContext {}
