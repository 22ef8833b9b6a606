import { findMentions } from "../../mentions/index.ts";
import type { Query } from "../../query.ts";
import { isNameLike, partsOf, refersTo } from "../behind/agreement.ts";
import { queryOf } from "../found.ts";
import type { TextRun } from "../look/text-around.ts";

/** A part of a text that is a person's name. Offsets in UTF-16 units. */
export interface NamedSpan {
  query: Query;
  start: number;
  end: number;
}

/** Characters before an address that are searched for its name. */
const PHRASE_CHARS = 80;

/** A name in quotation marks, which can contain any words. */
const QUOTED = /(["“„])[^"“”„<>@]{1,78}["”“]\s*$/;

/** The words before an address, back to a character that ends a name in a list or a sentence. */
const PHRASE = /[^<>@,;:()[\]{}|"“”\n\t]{1,80}$/;

/**
 * `Ada Lovelace <ada@example.com>` is one mailbox (RFC 5322, section 3.4): its name refers to the owner of its address.
 * With the address in parentheses, as people also write it, only if the name shares a word with it.
 */
export function mailboxAt({ text, offset }: TextRun): NamedSpan | undefined {
  for (const mention of findMentions(text)) {
    if (mention.kind !== "email" || mention.start <= offset) continue;
    const opening = /([<(])\s*$/.exec(text.slice(Math.max(0, mention.start - 2), mention.start));
    if (!opening || !/^\s?[>)]/.test(text.slice(mention.end, mention.end + 2))) return undefined;
    const until = mention.start - opening[0].length;
    const before = text.slice(Math.max(0, until - PHRASE_CHARS), until);
    const phrase =
      QUOTED.exec(before)?.[0] ?? nameAtEnd(before, text.slice(mention.end + 1), mention.value);
    const start = until - before.length + before.lastIndexOf(phrase);
    const end = start + phrase.trimEnd().length;
    if (offset < start || offset > end || end === start) return undefined;
    if (opening[1] === "(" && !refersTo(phrase, mention.value)) return undefined;
    return { query: queryOf(mention), start, end };
  }
  return undefined;
}

/**
 * The words before an address that are its owner's name: the last ones that can be a name, each capitalized or part of
 * the address. If the line contains nothing else: the words that refer to the owner, otherwise the last name, otherwise
 * all words.
 */
function nameAtEnd(before: string, after: string, address: string): string {
  const { start } = partsOf(before).at(-1) ?? { start: 0 };
  const phrase = PHRASE.exec(before.slice(start))?.[0] ?? "";
  const names = namesIn(phrase, address);
  const last = names.at(-1);
  const isAlone =
    before.length < PHRASE_CHARS &&
    (phrase === before || /[,;]\s*$/.test(before.slice(0, -phrase.length))) &&
    /^\s*(?:[,;]|$)/.test(after);
  // Not "Grace Hopper and" in "Grace Hopper and Ada Lovelace".
  if (isAlone) return names.find((name) => refersTo(name, address)) ?? last ?? phrase.trimStart();
  return last && phrase.endsWith(last) ? last : "";
}

/** The longest sequences of words that can be names. */
function namesIn(phrase: string, address: string): string[] {
  const names: string[] = [];
  let isName = false;
  for (const [word] of phrase.matchAll(/\S+\s*/g)) {
    const was = isName;
    isName = isNameLike(word.trim(), address);
    if (isName) names.push((was ? (names.pop() ?? "") : "") + word);
  }
  return names;
}
