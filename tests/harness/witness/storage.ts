import type { BrowserContext, Frame, Page } from "@playwright/test";
import { type Area, canariesIn, readAreas } from "./areas.ts";

/**
 * Canaries in what the extension has stored, in words.
 *
 * @param here a page of the extension's origin
 */
export async function judgeStorage(context: BrowserContext, here: Page): Promise<string[]> {
  const origin = `chrome-extension://${new URL(here.url()).host}`;
  const frames = context
    .pages()
    .flatMap((page) => page.frames())
    .filter((frame) => frame.url().startsWith(`${origin}/`));
  const areas = [
    ...(await here.evaluate(readAreas)),
    // Each tab and each frame of another site has its own.
    ...(await Promise.all(frames.map(readWebStorage))).flat(),
    ["cookies", JSON.stringify(await context.cookies())] as const,
  ];
  return canariesIn(areas);
}

/** Nothing for a frame that disappears meanwhile. */
function readWebStorage(frame: Frame): Promise<Area[]> {
  return frame
    .evaluate(
      (url): Area[] => [
        [`localStorage of ${url}`, JSON.stringify(localStorage)],
        [`sessionStorage of ${url}`, JSON.stringify(sessionStorage)],
      ],
      frame.url(),
    )
    .catch(() => []);
}
