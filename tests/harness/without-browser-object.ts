import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Runs before the code of each script: makes the namespace as it was before Chromium 148. */
const HIDE =
  'Object.defineProperty(globalThis, "browser", { value: undefined, writable: true });\n';

/**
 * Records how the background listens for messages: the polyfill's listener takes a third parameter, `sendResponse`, to
 * answer with; our own takes two, and returns a promise.
 */
const NOTE_LISTENERS = `
  const { onMessage } = chrome.runtime;
  const addListener = onMessage.addListener.bind(onMessage);
  onMessage.addListener = (listener) => {
    (globalThis.listenerLengths ??= []).push(listener.length);
    addListener(listener);
  };
`;

/**
 * Copies a built extension into a folder, with the browser's own `browser` object hidden from all its scripts: the
 * background, its pages, and content scripts. It runs as in a Chromium without that object.
 */
export async function copyWithoutBrowserObject(extension: string, folder: string): Promise<void> {
  await cp(extension, folder, { recursive: true });
  const files = await readdir(folder, { recursive: true });
  for (const name of files.filter((file) => file.endsWith(".js"))) {
    const path = join(folder, name);
    // Imports are evaluated first wherever they are, and each imported script begins with this too.
    const first = name === "background.js" ? `${HIDE}{${NOTE_LISTENERS}}\n` : HIDE;
    await writeFile(path, first + (await readFile(path, "utf8")));
  }
}
