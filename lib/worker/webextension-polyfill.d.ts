/** It has no types of its own, and uses those of the object that it replaces. */
declare module "webextension-polyfill" {
  const polyfilled: typeof import("wxt/browser").browser;
  export default polyfilled;
}
