import type { BackgroundApi } from "../../lib/contract/background.ts";

/** What surrounds a mention that is copied from a mail client, a table or a text. */
const WRAPPING = /[\s\p{Cf}<>()[\]{}"'`;:,]/u;

/** Characters at the ends that aren't part of a search. */
const EDGES = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** A text without invisible characters at its ends. */
export const bare = (text: string) => text.replace(EDGES, "");

/** Whether a text can be a mention with something around it. */
export const isWrapped = (text: string) => WRAPPING.test(text);

/**
 * What a search text means: the one mention in it, such as the address of `Ada Lovelace <ada@example.com>`, otherwise
 * the text itself. If there are several mentions, their number.
 */
export async function meantBy(
  text: string,
  findMentions: BackgroundApi["findMentions"],
): Promise<string | number> {
  // Without an answer, search for the text itself: that always works.
  const found = await findMentions({ text }).catch(() => undefined);
  if (!found) return text;
  const count = found.listed.length + found.over;
  return count > 1 ? count : (found.listed[0]?.value ?? text);
}
