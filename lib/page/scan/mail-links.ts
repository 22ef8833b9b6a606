import { mentionFromMailto } from "../../mentions/index.ts";
import { allBelow, attribute, closest, isElement, isText } from "../dom.ts";
import type { PlacedMention, PlacedMentions } from "./placed-mentions.ts";
import type { Readable } from "./scan.ts";

const MAIL_LINK = 'a[href^="mailto:" i]';

/**
 * Adds the links below a node that lead to an address without showing one: their whole text becomes the mention. Yields
 * after each link.
 */
export function* addMailLinks(root: Readable, places: PlacedMentions): Generator<void> {
  for (const link of mailLinksIn(root)) {
    yield;
    const query = mentionFromMailto(attribute(link, "href") ?? "");
    if (!query || /@/.test(link.textContent ?? "")) continue;
    const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    const start = texts.nextNode() as Text | null;
    if (!start) continue;
    let end = start;
    while (texts.nextNode()) end = texts.currentNode as Text;
    places.drop(start);
    const placed: PlacedMention = {
      query,
      start,
      startOffset: 0,
      end,
      endOffset: end.data.length,
    };
    places.add(placed);
  }
}

function mailLinksIn(root: Readable): Iterable<Element> {
  const inner = isText(root) ? root.parentElement : isElement(root) ? root : null;
  const around = inner && closest(inner, MAIL_LINK);
  if (around) return [around];
  return isText(root) ? [] : allBelow(root, MAIL_LINK);
}
