/**
 * Whether the page is a PDF, of which nothing can be said: Chromium shows it in a frame that no extension can read,
 * inside an empty page that it can.
 *
 * @param results of a script that returns "pdf" in a document of the type application/pdf
 */
export const isPdf = (results: readonly { frameId: number; result?: unknown }[]): boolean =>
  results.some(({ frameId, result }) => frameId === 0 && result === "pdf");
