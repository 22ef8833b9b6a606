/** What only those need who export or import settings: it is loaded when they do. */

export { readSettingsFile, writeSettingsFile } from "../../lib/settings/settings-file.ts";
export { fileProblemText } from "./file-problem-text.ts";
export { ImportPreview } from "./import-preview.tsx";
export { takeSettings } from "./take-settings.ts";
