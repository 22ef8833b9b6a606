import { mentionFromMailto } from "../../mentions/index.ts";
import { allBelow, attribute, closest } from "../dom.ts";
import type { Place, Places } from "./places.ts";

const MAIL_LINK = 'a[href^="mailto:" i]';

/**
 * Adds the links below a node that lead to an address without showing one: their whole text is the mention. Hands back
 * control after each.
 */
export function* addMailLinks(root: Node, places: Places): Generator<void> {
  for (const link of mailLinksIn(root)) {
    yield;
    const sought = mentionFromMailto(attribute(link, "href") ?? "");
    if (!sought || /@/.test(link.textContent ?? "")) continue;
    const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    const start = texts.nextNode() as Text | null;
    if (!start) continue;
    let end = start;
    while (texts.nextNode()) end = texts.currentNode as Text;
    places.drop(start);
    const place: Place = { sought, start, startOffset: 0, end, endOffset: end.data.length };
    places.add(place);
  }
}

function mailLinksIn(root: Node): Element[] {
  if (root instanceof Text) {
    const link = root.parentElement && closest(root.parentElement, MAIL_LINK);
    return link ? [link] : [];
  }
  if (!(root instanceof Element)) return [...(root as ParentNode).querySelectorAll(MAIL_LINK)];
  const around = closest(root, MAIL_LINK);
  return around ? [around] : [...allBelow(root, MAIL_LINK)];
}
