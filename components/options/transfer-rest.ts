/** Needed only to export or import settings: loaded on demand. */

export { readSettingsFile, writeSettingsFile } from "../../lib/settings/settings-file.ts";
export { fileProblemText } from "./file-problem-text.ts";
export { ImportPreview } from "./import-preview.tsx";
export { takeSettings } from "./take-settings.ts";
