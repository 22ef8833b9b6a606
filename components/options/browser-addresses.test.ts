import { expect, test } from "vitest";
import { browserAddresses } from "./browser-addresses.ts";

const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36";

test.each([
  [CHROME, "chrome://extensions/shortcuts", "chrome://settings/languages"],
  [`${CHROME} Edg/156.0.0.0`, "edge://extensions/shortcuts", "edge://settings/languages"],
  [
    "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
    "about:addons",
    "about:preferences",
  ],
])("%s", (userAgent, shortcuts, languages) => {
  expect(browserAddresses(userAgent)).toEqual({ shortcuts, languages });
});
