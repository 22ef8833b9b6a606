import type { TextMentions } from "../contract/replies.ts";
import { PASTED_MAX } from "../limits.ts";
import { findMentions, type SubjectPattern } from "../mentions/index.ts";
import type { Query } from "../query.ts";
import { queryKey } from "../query-key.ts";

/** Whom a text names, each once. It is looked through here and now, and kept nowhere. */
export function mentionsInText(text: string, patterns: readonly SubjectPattern[]): TextMentions {
  const found = new Map<string, Query>();
  for (const { kind, value } of findMentions(text, patterns)) {
    const key = queryKey({ kind, value });
    if (!found.has(key)) found.set(key, { kind, value });
  }
  const listed = [...found.values()].slice(0, PASTED_MAX);
  return { listed, over: found.size - listed.length };
}
