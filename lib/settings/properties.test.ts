import fc from "fast-check";
import { expect, test } from "vitest";
import { FILE_FIELDS, readSettingsFile, writeSettingsFile } from "./settings-file.ts";
import { SETTINGS_VERSION } from "./versions.ts";

test("any text is read as a settings file or refused, and never throws", () => {
  fc.assert(fc.property(fc.json(), (text) => void readSettingsFile(text)));
});

test("any settings that are read from a file can be written and read again", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...FILE_FIELDS), fc.jsonValue()),
      fc.integer({ min: 1, max: SETTINGS_VERSION }),
      (settings, version) => {
        const read = readSettingsFile(
          JSON.stringify({ format: "keycard-lookup-settings", version, settings }),
        );
        if (read.ok) expect(readSettingsFile(writeSettingsFile(read.settings)).ok).toBe(true);
      },
    ),
  );
});
