import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { all, section } from "./markdown.ts";
import { CHROMIUM, FIREFOX } from "./package-builds.ts";

/**
 * What the shipped extension requests from the browser, and that docs/permissions.md gives the reason for all of it.
 */

interface Manifest {
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  web_accessible_resources: { resources: string[] }[];
  content_security_policy: { extension_pages: string };
  browser_specific_settings?: { gecko: object };
}

const BROWSERS = ["chrome", "firefox"] as const;
const PAGE = "docs/permissions.md";

const manifests = { chrome: manifestOf(CHROMIUM), firefox: manifestOf(FIREFOX) };

function manifestOf(folder: string): Manifest {
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8"));
  return { ...manifest, version: "(version)" };
}

describe("the whole manifest, to be reviewed whenever it changes", () => {
  test("in Chromium", () => {
    expect(manifests.chrome).toMatchInlineSnapshot(`
      {
        "action": {
          "default_popup": "popup.html",
          "default_title": "Keycard Lookup",
        },
        "background": {
          "service_worker": "background.js",
          "type": "module",
        },
        "commands": {
          "look-up": {
            "description": "__MSG_extension_command__",
            "suggested_key": {
              "default": "Alt+Shift+K",
            },
          },
          "open-side-panel": {
            "description": "__MSG_extension_sidePanel__",
            "suggested_key": {
              "default": "Alt+Shift+L",
            },
          },
        },
        "content_security_policy": {
          "extension_pages": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https://api.keycard.ai; base-uri 'none'; form-action 'none'; frame-ancestors http: https: file:; require-trusted-types-for 'script'; trusted-types 'none'",
        },
        "default_locale": "en",
        "description": "__MSG_extension_description__",
        "externally_connectable": {
          "ids": [],
        },
        "host_permissions": [
          "https://api.keycard.ai/*",
        ],
        "icons": {
          "128": "icon/128.png",
          "16": "icon/16.png",
          "32": "icon/32.png",
          "48": "icon/48.png",
          "96": "icon/96.png",
        },
        "manifest_version": 3,
        "minimum_chrome_version": "130",
        "name": "__MSG_extension_name__",
        "omnibox": {
          "keyword": "kc",
        },
        "optional_host_permissions": [
          "https://*/*",
          "http://*/*",
        ],
        "options_ui": {
          "open_in_tab": true,
          "page": "options.html",
        },
        "permissions": [
          "storage",
          "contextMenus",
          "activeTab",
          "scripting",
          "alarms",
          "idle",
          "sidePanel",
        ],
        "side_panel": {
          "default_path": "sidepanel.html",
        },
        "storage": {
          "managed_schema": "managed-schema.json",
        },
        "version": "(version)",
        "web_accessible_resources": [
          {
            "matches": [
              "<all_urls>",
            ],
            "resources": [
              "card.html",
            ],
            "use_dynamic_url": true,
          },
        ],
      }
    `);
  });

  test("in Firefox", () => {
    expect(manifests.firefox).toMatchInlineSnapshot(`
      {
        "action": {
          "default_popup": "popup.html",
          "default_title": "Keycard Lookup",
        },
        "background": {
          "scripts": [
            "background.js",
          ],
          "type": "module",
        },
        "browser_specific_settings": {
          "gecko": {
            "data_collection_permissions": {
              "required": [
                "personallyIdentifyingInfo",
                "authenticationInfo",
              ],
            },
            "id": "keycard-lookup@example.com",
            "strict_min_version": "153.0",
          },
        },
        "commands": {
          "_execute_sidebar_action": {
            "suggested_key": {
              "default": "Alt+Shift+L",
            },
          },
          "look-up": {
            "description": "__MSG_extension_command__",
            "suggested_key": {
              "default": "Alt+Shift+K",
            },
          },
        },
        "content_security_policy": {
          "extension_pages": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https://api.keycard.ai; base-uri 'none'; form-action 'none'; frame-ancestors http: https: file:; require-trusted-types-for 'script'; trusted-types 'none'",
        },
        "default_locale": "en",
        "description": "__MSG_extension_description__",
        "host_permissions": [
          "https://api.keycard.ai/*",
        ],
        "icons": {
          "128": "icon/128.png",
          "16": "icon/16.png",
          "32": "icon/32.png",
          "48": "icon/48.png",
          "96": "icon/96.png",
        },
        "manifest_version": 3,
        "name": "__MSG_extension_name__",
        "omnibox": {
          "keyword": "kc",
        },
        "optional_host_permissions": [
          "https://*/*",
          "http://*/*",
        ],
        "options_ui": {
          "open_in_tab": true,
          "page": "options.html",
        },
        "permissions": [
          "storage",
          "contextMenus",
          "activeTab",
          "scripting",
          "alarms",
        ],
        "sidebar_action": {
          "default_panel": "sidepanel.html",
          "default_title": "Keycard Lookup",
          "open_at_install": false,
        },
        "version": "(version)",
        "web_accessible_resources": [
          {
            "matches": [
              "<all_urls>",
            ],
            "resources": [
              "card.html",
            ],
          },
        ],
      }
    `);
  });
});

describe.each(BROWSERS)("the production build for %s", (browser) => {
  test("has access to no page at install", () => {
    expect(manifests[browser]).not.toHaveProperty("content_scripts");
    expect(manifests[browser].host_permissions).toEqual(["https://api.keycard.ai/*"]);
  });

  test("requests nothing that reveals all browsing", () => {
    const { permissions } = manifests[browser];
    const telling = ["tabs", "history", "webRequest", "webNavigation", "cookies", "<all_urls>"];
    for (const permission of telling) expect.soft(permissions).not.toContain(permission);
  });

  test("lets pages load only the card", () => {
    const { web_accessible_resources } = manifests[browser];
    expect(web_accessible_resources.flatMap(({ resources }) => resources)).toEqual(["card.html"]);
  });
});

describe(PAGE, () => {
  test("has a heading for each permission, and for no other", () => {
    expect(headings("## Permissions")).toEqual(asked(({ permissions }) => permissions));
  });

  test("has a heading for each host pattern, and for no other", () => {
    const hosts = asked((manifest) => [
      ...manifest.host_permissions,
      ...manifest.optional_host_permissions,
    ]);
    expect(headings("## Hosts")).toEqual(hosts);
  });

  test("has a heading for each other key of the manifest that opens or closes something", () => {
    expect(headings("## Other keys")).toEqual(asked(otherKeys));
  });

  test("explains each directive of the content security policy, and no other", () => {
    const explained = all(/^- `([^`]+)`: /gm, section(PAGE, "### `content_security_policy`"));
    for (const browser of BROWSERS)
      expect(explained).toEqual(
        manifests[browser].content_security_policy.extension_pages.split("; "),
      );
  });

  test("is right about what isn't requested", () => {
    const doneWithout = all(
      /`([^`]+)`/g,
      all(/^- (.+?): /gm, section(PAGE, "## Not asked for")).join(),
    );
    expect(doneWithout.length).toBeGreaterThan(5);
    const allAsked = Object.values(manifests).flatMap((manifest) => [
      ...Object.keys(manifest),
      ...manifest.permissions,
      ...manifest.host_permissions,
      ...manifest.optional_host_permissions,
    ]);
    for (const name of doneWithout) expect.soft(allAsked).not.toContain(name);
  });
});

/** Keys that have headings of their own in the other sections, and those that permit nothing. */
const PLAIN_KEYS = new Set([
  ...["permissions", "host_permissions", "optional_host_permissions"],
  ...[
    "manifest_version",
    "name",
    "description",
    "version",
    "icons",
    "minimum_chrome_version",
    "default_locale",
  ],
  ...["action", "background", "options_ui", "side_panel", "sidebar_action"],
  ...["browser_specific_settings", "id", "strict_min_version"],
]);

function otherKeys(manifest: Manifest): string[] {
  const gecko = manifest.browser_specific_settings?.gecko ?? {};
  return [...Object.keys(manifest), ...Object.keys(gecko)].filter((key) => !PLAIN_KEYS.has(key));
}

/** What the headings of a section name, with "(… only)" if it is for one browser only. */
function headings(heading: string): string[] {
  const lines = all(/^### (.+)$/gm, section(PAGE, heading));
  const names = lines.flatMap((line) => {
    const [only = ""] = / \(\w+ only\)$/.exec(line) ?? [];
    return all(/`([^`]+)`/g, line).map((name) => name + only);
  });
  return names.sort(byName);
}

/** What the manifests request, marked in the same way. */
function asked(namesOf: (manifest: Manifest) => string[]): string[] {
  const chromium = namesOf(manifests.chrome);
  const firefox = namesOf(manifests.firefox);
  const marked = (names: string[], others: string[], only: string) =>
    names.map((name) => (others.includes(name) ? name : `${name} (${only} only)`));
  const names = new Set([
    ...marked(chromium, firefox, "Chromium"),
    ...marked(firefox, chromium, "Firefox"),
  ]);
  return [...names].sort(byName);
}

const byName = (a: string, b: string) => a.localeCompare(b);
