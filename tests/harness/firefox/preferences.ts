import { gecko } from "../../../lib/manifest.ts";

/** The host of the extension's pages, which Firefox otherwise picks at random for each profile. */
export const EXTENSION_UUID = "5f0c6a52-94cb-4d0d-a3d8-0d5f3a3c7a11";

/** No one listens there. */
export const NOWHERE = "http://127.0.0.1:9/";

/**
 * The preferences of a fresh profile. When Firefox is automated, it turns off most outgoing connections by itself
 * (RecommendedPreferences.sys.mjs); these are the rest, and those that have to apply from the first moment.
 */
const PREFERENCES: Record<string, boolean | number | string> = {
  // How the tests control it.
  "marionette.port": 0,
  // As for the system's mouse: otherwise frames in other processes don't receive the events (Firefox 153).
  "remote.events.async.mouse.enabled": true,
  "remote.events.async.wheel.enabled": true,
  "extensions.webextensions.uuids": JSON.stringify({ [gecko.id]: EXTENSION_UUID }),
  "browser.dom.window.dump.enabled": false,
  // The extension's manifest is text, without the browser's viewer around it.
  "devtools.jsonview.enabled": false,
  // A process in advance for the next tab costs more than most tests.
  "dom.ipc.processPrelaunch.enabled": false,
  "browser.sessionstore.resume_from_crash": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "browser.startup.homepage": "about:blank",
  "browser.newtabpage.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "startup.homepage_welcome_url": "about:blank",
  "datareporting.policy.dataSubmissionPolicyBypassNotification": true,
  "termsofuse.bypassNotification": true,
  "ui.systemUsesDarkTheme": 0,
  // An add-on installed for this session only is uninstalled at its end: this keeps its stored data, as for other
  // add-ons.
  "extensions.webextensions.keepStorageOnUninstall": true,
  "extensions.webextensions.keepUuidOnUninstall": true,
  // Hosts that resolve to the sandbox.
  "network.dns.localDomains": "tickets.example",
  // The prompt for another site is accepted.
  "extensions.webextOptionalPermissionPrompts": false,

  // Servers that it would contact.
  "app.update.disabledForTesting": true,
  "app.normandy.enabled": false,
  "app.normandy.api_url": "",
  "browser.contentblocking.report.lockwise.enabled": false,
  "browser.discovery.enabled": false,
  "browser.region.network.url": "",
  "browser.region.update.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.blockedURIs.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "browser.search.update": false,
  "browser.topsites.contile.enabled": false,
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "datareporting.usage.uploadEnabled": false,
  "dom.push.connection.enabled": false,
  "extensions.blocklist.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "geo.provider.network.url": "",
  "media.gmp-manager.updateEnabled": false,
  "media.gmp-manager.url": NOWHERE,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.prefetch-next": false,
  "network.http.speculative-parallel-limit": 0,
  "network.trr.mode": 5,
  "privacy.trackingprotection.enabled": false,
  "security.remote_settings.crlite_filters.enabled": false,
  "security.remote_settings.intermediates.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.server": NOWHERE,
  "toolkit.telemetry.unified": false,
};

/** The profile's `user.js`. */
export function userPreferences(): string {
  return Object.entries(PREFERENCES)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}
