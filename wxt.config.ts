import { readFileSync } from "node:fs";
import preact from "@preact/preset-vite";
import { defineConfig, type EntrypointGroup } from "wxt";
import { readApiOrigin } from "./lib/api-origin.ts";
import {
  contentSecurityPolicy,
  dataCollection,
  declaredPages,
  gecko,
  hostPermissions,
  OLDEST_CHROMIUM,
} from "./lib/manifest.ts";
import { noteBundled } from "./packaging/bundled.ts";
import { licensesText, shippedPackage } from "./packaging/licenses.ts";
import { loadLater } from "./packaging/load-later.ts";
import { mentionsOnce } from "./packaging/mentions-once.ts";
import { sourceFiles } from "./packaging/sources.ts";

const apiOrigin = readApiOrigin(process.env["KEYCARD_API_ORIGIN"]);
const here = (path: string) => new URL(path, import.meta.url).pathname;
/** The scripts before which page-mentions.js is injected (lib/sites/scripts.ts). */
const FIND_PEOPLE = new Set([
  "page-look",
  "page-behind",
  "page-invoked",
  "page-marks",
  "page-list",
]);
/** Names of the npm packages whose code is in the extension. */
const bundled = new Set<string>();

/** Splits a group of entrypoints that WXT builds together into one group each; a single entrypoint stays as it is. */
const each = (group: EntrypointGroup): EntrypointGroup[] =>
  Array.isArray(group) ? group.map((entrypoint) => [entrypoint]) : [group];

export default defineConfig({
  modules: ["@wxt-dev/i18n/module"],
  imports: false,
  manifestVersion: 3,
  // The end-to-end tests build for several sandboxes at once, each into its own folder.
  outDir: process.env["KEYCARD_OUT_DIR"] || ".output",
  hooks: {
    "build:before"({ config }) {
      // Overrides the shell's value: with another one JSX is built for development, larger and with our files' paths.
      if (config.command === "build") process.env["NODE_ENV"] = "production";
    },
    "build:publicAssets"({ config }, files) {
      // During development WXT adds its own code, which is never shipped.
      if (config.command === "serve") return;
      const packages = [...bundled].map(shippedPackage);
      const contents = licensesText(readFileSync("LICENSE", "utf8"), packages);
      files.push({ relativeDest: "LICENSES.txt", contents });
    },
    "entrypoints:grouped"(_, groups) {
      // Builds each page separately: code shared by pages would be many small files, which compress worse and load later.
      groups.splice(0, groups.length, ...groups.flatMap(each));
    },
    "vite:build:extendConfig"(entrypoints, config) {
      if (entrypoints.every(({ name }) => FIND_PEOPLE.has(name)))
        config.plugins = [...(config.plugins ?? []), mentionsOnce];
    },
    "zip:start"({ config: { zip } }) {
      const { include, exclude } = sourceFiles();
      Object.assign(zip, { includeSources: include, excludeSources: exclude, dotSources: true });
    },
  },
  vite: ({ command }) => ({
    plugins: [preact({ devToolsEnabled: false }), loadLater, noteBundled(bundled)],
    define: { __API_ORIGIN__: JSON.stringify(apiOrigin) },
    resolve: {
      // WXT's context dispatches an event named after the extension's ID on the page's document, and a page can forge
      // the one that ends it (docs/decisions/0004-own-content-script-context.md).
      alias: { "wxt/utils/content-script-context": here("./lib/page/context.ts") },
    },
    // The preload polyfill would be a second place that calls fetch (design, invariant 5).
    build: {
      // Only to show where the bytes are (npm run sizes -- --parts): nothing that is shipped has or names a source map.
      sourcemap: process.env["KEYCARD_SOURCE_MAPS"] ? "hidden" : false,
      target: `chrome${OLDEST_CHROMIUM}`,
      modulePreload: {
        polyfill: false,
        // For a part that is loaded later (packaging/load-later.ts).
        resolveDependencies: (_, files, { hostType }) =>
          hostType === "js" ? files.filter((file) => file.endsWith(".css")) : files,
      },
      ...(command === "build" && {
        rollupOptions: {
          output: {
            // Libraries log oddities to the console. Neither our code nor theirs is allowed to write there.
            minify: { compress: { dropConsole: true } },
            // Vite 8 turns top-level `const` into `var`, and then doesn't inline constants where they are used: 1% of a
            // page script.
            topLevelVar: false,
          },
        },
      }),
    },
  }),
  manifest: ({ browser, command }) => ({
    name: "__MSG_extension_name__",
    description: "__MSG_extension_description__",
    default_locale: "en",
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              ...gecko,
              data_collection_permissions: { required: dataCollection },
            },
          },
        }
      : {
          minimum_chrome_version: OLDEST_CHROMIUM,
          // Firefox passes on policies without one.
          storage: { managed_schema: "managed-schema.json" },
        }),
    icons: Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `icon/${size}.png`])),
    permissions: [
      "storage",
      "contextMenus",
      "activeTab",
      "scripting",
      "alarms",
      ...(browser === "firefox" ? [] : ["idle", "sidePanel"]),
    ],
    host_permissions: hostPermissions(apiOrigin),
    optional_host_permissions: ["https://*/*", "http://*/*"],
    ...(declaredPages(apiOrigin).length > 0 && {
      content_scripts: [
        {
          matches: declaredPages(apiOrigin),
          js: ["content-scripts/page.js"],
          all_frames: true,
          match_origin_as_fallback: true,
          run_at: "document_end",
        },
      ],
    }),
    web_accessible_resources: [
      {
        resources: ["card.html"],
        matches: ["<all_urls>"],
        ...(browser === "firefox" ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(command === "build" && {
      content_security_policy: { extension_pages: contentSecurityPolicy(apiOrigin) },
      // Firefox doesn't know this key: there, and everywhere, no one listens to messages from outside.
      ...(browser !== "firefox" && { externally_connectable: { ids: [] } }),
    }),
    commands: {
      "look-up": {
        suggested_key: { default: "Alt+Shift+K" },
        description: "__MSG_extension_command__",
      },
      ...(browser === "firefox"
        ? { _execute_sidebar_action: { suggested_key: { default: "Alt+Shift+L" } } }
        : {
            "open-side-panel": {
              suggested_key: { default: "Alt+Shift+L" },
              description: "__MSG_extension_sidePanel__",
            },
          }),
    },
    omnibox: { keyword: "kc" },
    action: { default_title: "__MSG_extension_name__", default_popup: "popup.html" },
  }),
});
