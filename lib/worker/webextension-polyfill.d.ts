/** It comes without types, and has those of the object that it stands in for. */
declare module "webextension-polyfill" {
  const polyfilled: typeof import("wxt/browser").browser;
  export default polyfilled;
}
