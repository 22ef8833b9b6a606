import type { Inspection } from "../contract/replies.ts";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import { findMentions, type SubjectPattern } from "../mentions/index.ts";
import { personInLink } from "../person-in-link.ts";
import type { Query } from "../query.ts";
import { queryOf } from "../query-of.ts";

/** What the browser reports about a click in the context menu. */
export interface MenuClick {
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
}

/**
 * Who a click in the context menu refers to: the mention in the selection, or else the link's; a selection without a
 * mention is text to search for.
 *
 * @returns undefined for a click in a field without a selection: only the page knows the text there
 */
export function menuTarget(
  { selectionText, linkUrl }: MenuClick,
  patterns: readonly SubjectPattern[] = [],
): Inspection | undefined {
  const text = selectionText?.trim() ?? "";
  const [mention] = findMentions(text, patterns);
  const query = mention
    ? queryOf(mention)
    : linkUrl === undefined
      ? undefined
      : mentionInLink(linkUrl, patterns);
  if (query) return { kind: "query", query };
  return text === "" ? undefined : { kind: "search", text: text.slice(0, SEARCH_MAX_CHARS) };
}

function mentionInLink(url: string, patterns: readonly SubjectPattern[]): Query | undefined {
  return personInLink(url, patterns, findMentions)?.query;
}
