/** Pages of the browser's own where a person changes what no extension can. No link leads to them. */
export interface BrowserAddresses {
  /** Where the keys of commands are set. */
  shortcuts: string;
  /** Where the language is chosen. */
  languages: string;
}

/** @param userAgent as the browser says it; Chromium's other children take its own addresses */
export function browserAddresses(userAgent: string): BrowserAddresses {
  if (/\bFirefox\//.test(userAgent))
    return { shortcuts: "about:addons", languages: "about:preferences" };
  const scheme = /\bEdg\//.test(userAgent) ? "edge" : "chrome";
  return {
    shortcuts: `${scheme}://extensions/shortcuts`,
    languages: `${scheme}://settings/languages`,
  };
}
