import { type findMentions, mentionFromMailto, type SubjectPattern } from "./mentions/index.ts";
import { onePerson } from "./one-person.ts";
import type { Query } from "./query.ts";
import { queryOf } from "./query-of.ts";

/** Whom a link's address names, and how sure it is that the link is about that person. */
export interface PersonInLink {
  query: Query;
  /** Mail and chat links lead to the person; any other only has the person in its path or query, as lists and tabs do. */
  leads: "to" | "past";
}

/** Calls, chats and the like: https://www.iana.org/assignments/uri-schemes, and those that Teams and Skype register. */
const CONTACT =
  /^(?:sips?|im|pres|xmpp|acct|msteams|skype|callto|facetime(?:-audio)?|gtalk|ymsgr|lync\d*):/i;

/** Where a web address begins to say what is there; a user name in front of its host is nobody's address. */
const WEB = /^(?:https?:)?\/\/[^/?#]*|^[a-z][a-z\d+.-]*:/i;

/** Times that a mail gateway and a login page in front of it may each have encoded an address. */
const DECODED = 3;

/** Longest address of a link that is read, in characters. */
const LINK_MAX_CHARS = 4_096;

/**
 * Whom a link's address names: the recipient of a mail link, the one that a chat or call is with, or somebody in the path
 * or query of another, percent-encoded or not.
 *
 * @param href as it is written: browsers pass over blanks around it
 * @param find `findMentions`: a script in a page has it from the one before
 * @returns undefined when it names nobody or several
 */
export function personInLink(
  href: string,
  patterns: readonly SubjectPattern[],
  find: typeof findMentions,
): PersonInLink | undefined {
  const url = href.trim();
  const mailto = mentionFromMailto(url);
  if (mailto) return { query: mailto, leads: "to" };
  if (url.length > LINK_MAX_CHARS) return undefined;
  const contact = CONTACT.exec(url)?.[0].toLowerCase();
  if (contact === undefined && !isWeb(url)) return undefined;
  const said = decoded(contact === undefined ? url.replace(WEB, "") : url.slice(contact.length));
  const apart = said.replace(/[?&#/=;,:<>]+/g, " ");
  const emails = find(apart).filter(({ kind }) => kind === "email");
  const others = find(said, patterns).filter(({ kind }) => kind !== "email");
  const person = onePerson(emails.length > 0 ? emails : others);
  if (!person || person === "several") return undefined;
  // A telephone at an exchange is nobody's address.
  if (contact?.startsWith("sip") && /^\+?\d+@/.test(person.value)) return undefined;
  return { query: queryOf(person), leads: contact === undefined ? "past" : "to" };
}

function isWeb(url: string): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  return scheme === undefined || scheme === "http" || scheme === "https";
}

function decoded(text: string): string {
  let now = text;
  for (let times = 0; times < DECODED; times++)
    now = now.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
      try {
        return decodeURIComponent(encoded);
      } catch {
        return encoded;
      }
    });
  return now;
}
