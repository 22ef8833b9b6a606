/** The browser's own pages where someone changes what no extension can. Pages can't link to them. */
export interface BrowserAddresses {
  /** Where keyboard shortcuts of commands are set. */
  shortcuts: string;
  /** Where the language is set. */
  languages: string;
}

/** @param userAgent as the browser reports it; other Chromium-based browsers understand its addresses too */
export function browserAddresses(userAgent: string): BrowserAddresses {
  if (/\bFirefox\//.test(userAgent))
    return { shortcuts: "about:addons", languages: "about:preferences" };
  const scheme = /\bEdg\//.test(userAgent) ? "edge" : "chrome";
  return {
    shortcuts: `${scheme}://extensions/shortcuts`,
    languages: `${scheme}://settings/languages`,
  };
}
