import type { Query } from "../directory/answer.ts";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import { findMentions, mentionFromMailto } from "../mentions/index.ts";
import type { Inspection } from "../messages/background-api.ts";

/** What the browser says of a click in the context menu. */
export interface MenuClick {
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
}

/**
 * Whom a click in the context menu means: the mention in the selection, else the link's; a selection without a
 * mention is text to search for.
 *
 * @returns undefined for a click in a field without a selection: only the page knows what stands there
 */
export function menuTarget({ selectionText, linkUrl }: MenuClick): Inspection | undefined {
  const text = selectionText?.trim() ?? "";
  const mention =
    findMentions(text)[0] ?? (linkUrl === undefined ? undefined : mentionInLink(linkUrl));
  if (mention) return { kind: "query", query: { kind: mention.kind, value: mention.value } };
  return text === "" ? undefined : { kind: "search", text: text.slice(0, SEARCH_MAX_CHARS) };
}

/** A mailto link's address, or the user ID in another link's path or query. */
function mentionInLink(url: string): Query | undefined {
  return mentionFromMailto(url) ?? findMentions(url)[0];
}
