// @vitest-environment happy-dom
import { beforeAll, expect, test } from "vitest";
import { WORDS } from "../look/brought-words.ts";
import { textAround } from "../look/text-around.ts";
import { carriedIn } from "./carried.ts";
import { carriersOf } from "./carriers.ts";

beforeAll(() => {
  globalThis.keycardLookupWords = WORDS;
  // happy-dom 21 has no default styles for these.
  document.head.innerHTML =
    "<style>* { visibility: visible; display: block } b, i, span, ticket-row { display: inline } .chip { display: inline-flex } .box { display: inline-block } .flat > * { display: block }</style>";
});

/** Whether an element with `email` counts for the text `Ada` in it, for a hover and for an underline. */
function counts(html: string): boolean[] {
  document.body.innerHTML = html;
  const carrier = document.querySelector("[email]") as Element;
  const texts = document.createTreeWalker(carrier, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() && !texts.currentNode.textContent?.includes("Ada"));
  const text = texts.currentNode as Text;
  const element = text.parentElement as Element;
  const byPointer = [...carriersOf({ element, run: textAround(text, 0) })].includes(carrier);
  const marked: Element[] = [];
  for (const _ of carriedIn(carrier, [], (carried) => marked.push(carried.element)));
  return [byPointer, marked.includes(carrier)];
}

const EMAIL = "email=ada@example.com";

test.each([
  `<span ${EMAIL}><b>Ada</b></span>`,
  `<div>From <span ${EMAIL}>Ada <i>Lovelace</i></span> to you</div>`,
  `<span class=box ${EMAIL}>Ada</span>`,
  `<div class="chip flat" ${EMAIL}><span>Ada</span><button>×</button></div>`,
  `<ticket-row ${EMAIL}><div>Ada</div></ticket-row>`,
])("%s counts for its text", (html) => {
  expect(counts(html)).toEqual([true, true]);
});

test.each([
  `<ticket-row ${EMAIL}><div>Ticket 7</div><div>Ada</div></ticket-row>`,
  `<div class=box ${EMAIL}><div>Ticket 7</div><div>Ada</div></div>`,
  `<div class="chip flat" ${EMAIL}><span>Ticket 7</span><span>Ada</span></div>`,
])("%s doesn't count: it shows other things", (html) => {
  expect(counts(html)).toEqual([false, false]);
});
