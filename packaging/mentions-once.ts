import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const MENTIONS = fileURLToPath(new URL("../lib/mentions/index.ts", import.meta.url));
const GIVEN = fileURLToPath(new URL("../lib/page/given-mentions.ts", import.meta.url));

/** Builds a script that takes lib/mentions from page-mentions.js instead of including a copy. */
export const mentionsOnce: Plugin = {
  name: "keycard-lookup:mentions-once",
  enforce: "pre",
  async resolveId(source, importer, options) {
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    return resolved?.id === MENTIONS ? GIVEN : undefined;
  },
};
