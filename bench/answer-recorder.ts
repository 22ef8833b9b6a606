import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The recorder's file in the built extension. */
const FILE = "answer-recorder.js";

/** Records the first frame with each person's answer; times in ms since the epoch. */
const RECORDER = `globalThis.answeredAt = {};
let before;
function look(time) {
  const address = document.querySelector("main .user-email")?.textContent;
  const shown = (document.querySelector("article[data-user-id]") && address) || undefined;
  if (shown && shown !== before) answeredAt[shown] = performance.timeOrigin + time;
  before = shown;
  requestAnimationFrame(look);
}
requestAnimationFrame(look);
`;

/**
 * Adds a script to the card of a built extension that records when each person's answer first appears, from the card's
 * first frame on. Installed from outside, it would come too late for the first card of a page.
 *
 * @param extension folder of the built extension
 */
export async function addAnswerRecorder(extension: string): Promise<void> {
  await writeFile(join(extension, FILE), RECORDER);
  const page = join(extension, "card.html");
  const html = await readFile(page, "utf8");
  await writeFile(page, html.replace("<script", `<script src="/${FILE}"></script>\n    <script`));
}
