import type { BackgroundApi } from "../../lib/contract/background.ts";

/** What stands around a mention where it is copied from a mail client, a table or a text. */
const WRAPPING = /[\s\p{Cf}<>()[\]{}"'`;:,]/u;

/** Nothing to search for, at the edges. */
const EDGES = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** A text without what nobody sees at its edges. */
export const bare = (text: string) => text.replace(EDGES, "");

/** Whether a text may be a mention with something around it. */
export const isWrapped = (text: string) => WRAPPING.test(text);

/**
 * What somebody means who searches for a text: the one mention in it, such as the address of
 * `Ada Lovelace <ada@example.com>`, else the text. Of several, how many.
 */
export async function meantBy(
  text: string,
  findMentions: BackgroundApi["findMentions"],
): Promise<string | number> {
  // Without an answer the text itself is searched for, as it always could be.
  const found = await findMentions({ text }).catch(() => undefined);
  if (!found) return text;
  const count = found.listed.length + found.over;
  return count > 1 ? count : (found.listed[0]?.value ?? text);
}
