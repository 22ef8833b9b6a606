import { type findMentions, mentionFromMailto, type SubjectPattern } from "./mentions/index.ts";
import { onePerson } from "./one-person.ts";
import type { Query } from "./query.ts";
import { queryOf } from "./query-of.ts";

/** The person in a link's URL, and how likely the link is about that person. */
export interface PersonInLink {
  query: Query;
  /**
   * Mail and chat links lead to the person; any other link only has the person in its path or query, as lists and tabs
   * do.
   */
  leads: "to" | "past";
}

/** Calls, chats and the like: https://www.iana.org/assignments/uri-schemes, and those that Teams and Skype register. */
const CONTACT =
  /^(?:sips?|im|pres|xmpp|acct|msteams|skype|callto|facetime(?:-audio)?|gtalk|ymsgr|lync\d*):/i;

/** The part of a web URL before the path; a user name in front of its host isn't anyone's address. */
const WEB = /^(?:https?:)?\/\/[^/?#]*|^[a-z][a-z\d+.-]*:/i;

/** How many times a mail gateway and a login page in front of it may each have encoded an address. */
const DECODED = 3;

/** Longest URL of a link that is read, in characters. */
const LINK_MAX_CHARS = 4_096;

/**
 * Finds the person in a link's URL: the recipient of a mail link, the other party of a chat or call, or someone in the
 * path or query of another link, percent-encoded or not.
 *
 * @param href as written: browsers ignore whitespace around it
 * @param find `findMentions`: a script in a page gets it from the previous script
 * @returns undefined if the URL contains no one or several people
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
  // A telephone at an exchange isn't a person's address.
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
