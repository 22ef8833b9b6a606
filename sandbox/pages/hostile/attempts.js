/**
 * All tricks, by name: `tests/e2e/page-cannot-ask.spec.ts` tries each in a fresh page, on which the pointer rests. A
 * trick gets the pointer's position, and the extension's ID, which a page would have to guess.
 */
import { forged } from "./forged.js";
import { onCard } from "./on-card.js";
import { synthetic } from "./synthetic.js";
import { underPointer } from "./under-pointer.js";

const shadow = document.getElementById("shadow").attachShadow({ mode: "open" });
shadow.append(
  Object.assign(document.createElement("p"), { id: "inner", textContent: mentionText() }),
);

function mentionText() {
  return document.getElementById("mention").textContent;
}

globalThis.attempts = { ...synthetic, ...underPointer, ...forged };
globalThis.attemptsOnCard = onCard;
