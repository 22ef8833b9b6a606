import Autolinker from "autolinker";
import { LinkifyIt } from "linkify-it";
import { find } from "linkifyjs";
import { findMentions } from "../../lib/mentions/index.ts";
import { WORDS } from "../../lib/page/look/brought-words.ts";
import { createPlacedMentions } from "../../lib/page/scan/placed-mentions.ts";
import { scan } from "../../lib/page/scan/scan.ts";

// As in a page: page-look.js is there before anything is scanned.
globalThis.keycardLookupWords = WORDS;

/** A way through all text of a page. */
export interface Finder {
  name: string;
  /** What it looks for, for the table. */
  seeks: string;
  /** Called before each time, and not timed. */
  prepare?(root: Element): void;
  run(root: Element): FoundCounts;
}

export interface FoundCounts {
  /** Text nodes seen, and the characters read. */
  nodes: number;
  chars: number;
  emails: number;
  ids: number;
}

const nothing = (): FoundCounts => ({ nodes: 0, chars: 0, emails: 0, ids: 0 });

const textsOf = (root: Node) => document.createTreeWalker(root, NodeFilter.SHOW_TEXT);

// Each has a loop of its own: one loop that called any of them could be compiled for none.

const walk: Finder = {
  name: "a bare TreeWalker",
  seeks: "-",
  run(root) {
    const found = nothing();
    const texts = textsOf(root);
    while (texts.nextNode()) found.nodes++;
    return found;
  },
};

const read: Finder = {
  name: "a TreeWalker that reads `data`",
  seeks: "-",
  run(root) {
    const found = nothing();
    const texts = textsOf(root);
    while (texts.nextNode()) {
      found.nodes++;
      found.chars += (texts.currentNode as Text).data.length;
    }
    return found;
  },
};

const ours: Finder = {
  name: "findMentions",
  seeks: "e-mail, IDs",
  run(root) {
    const found = nothing();
    const texts = textsOf(root);
    while (texts.nextNode()) {
      found.nodes++;
      const { data } = texts.currentNode as Text;
      found.chars += data.length;
      for (const { kind } of findMentions(data)) {
        if (kind === "email") found.emails++;
        else found.ids++;
      }
    }
    return found;
  },
};

/** By root: what `alone` looks through, read before it is timed for the first time. */
const readBefore = new WeakMap<Node, string[]>();

/** What is ours of it: neither the walk nor the reading. */
const alone: Finder = {
  name: "findMentions alone, on strings that were read before",
  seeks: "e-mail, IDs",
  prepare(root) {
    if (readBefore.has(root)) return;
    const strings: string[] = [];
    const texts = textsOf(root);
    while (texts.nextNode()) strings.push((texts.currentNode as Text).data);
    readBefore.set(root, strings);
  },
  run(root) {
    const found = nothing();
    for (const data of readBefore.get(root) ?? []) {
      found.nodes++;
      found.chars += data.length;
      for (const { kind } of findMentions(data)) {
        if (kind === "email") found.emails++;
        else found.ids++;
      }
    }
    return found;
  },
};

/** Words that are split over inline elements too, and where each mention stands; all slices in one go. */
const pageScan: Finder = {
  name: "the extension's scan of a page",
  seeks: "e-mail, IDs",
  run(root) {
    const found = nothing();
    const places = createPlacedMentions();
    const work = scan(root, {
      patterns: [],
      places,
      isNew: () => true,
      onShadowRoot() {},
    });
    while (!work.next().done);
    for (const { query } of places.all()) {
      if (query.kind === "email") found.emails++;
      else found.ids++;
    }
    return found;
  },
};

const everyLink = new LinkifyIt();

/** Without links: `fuzzyLink` and `fuzzyIP` are off by default in version 6. */
const emailOnly = new LinkifyIt({ fuzzyLink: false, fuzzyIP: false })
  .add("http:", null)
  .add("https:", null)
  .add("ftp:", null)
  .add("//", null);

const linkifyItEveryLink: Finder = {
  name: "linkify-it as it comes",
  seeks: "e-mail, links",
  run(root) {
    const found = nothing();
    const texts = textsOf(root);
    while (texts.nextNode()) {
      found.nodes++;
      const { data } = texts.currentNode as Text;
      found.chars += data.length;
      for (const { schema } of everyLink.match(data) ?? [])
        if (schema === "mailto:") found.emails++;
    }
    return found;
  },
};

const linkifyItEmail: Finder = {
  name: "linkify-it without links",
  seeks: "e-mail",
  run(root) {
    const found = nothing();
    const texts = textsOf(root);
    while (texts.nextNode()) {
      found.nodes++;
      const { data } = texts.currentNode as Text;
      found.chars += data.length;
      found.emails += emailOnly.match(data)?.length ?? 0;
    }
    return found;
  },
};

const linkifyItTested: Finder = {
  name: "linkify-it without links, `test` first as its documentation says",
  seeks: "e-mail",
  run(root) {
    const found = nothing();
    const texts = textsOf(root);
    while (texts.nextNode()) {
      found.nodes++;
      const { data } = texts.currentNode as Text;
      found.chars += data.length;
      if (emailOnly.test(data)) found.emails += emailOnly.match(data)?.length ?? 0;
    }
    return found;
  },
};

/** No setting of its own, but what anybody would write who looks for nothing but addresses. */
const linkifyItBehindAt: Finder = {
  name: "linkify-it without links, only where there is an `@`",
  seeks: "e-mail",
  run(root) {
    const found = nothing();
    const texts = textsOf(root);
    while (texts.nextNode()) {
      found.nodes++;
      const { data } = texts.currentNode as Text;
      found.chars += data.length;
      if (data.includes("@")) found.emails += emailOnly.match(data)?.length ?? 0;
    }
    return found;
  },
};

const linkifyJs: Finder = {
  name: "linkifyjs",
  seeks: "e-mail",
  run(root) {
    const found = nothing();
    const texts = textsOf(root);
    while (texts.nextNode()) {
      found.nodes++;
      const { data } = texts.currentNode as Text;
      found.chars += data.length;
      found.emails += find(data, "email").length;
    }
    return found;
  },
};

const autolinkerEmail = new Autolinker({ urls: false, email: true, phone: false });

const autolinker: Finder = {
  name: "autolinker, `parse`, e-mail only",
  seeks: "e-mail",
  run(root) {
    const found = nothing();
    const texts = textsOf(root);
    while (texts.nextNode()) {
      found.nodes++;
      const { data } = texts.currentNode as Text;
      found.chars += data.length;
      found.emails += autolinkerEmail.parse(data).length;
    }
    return found;
  },
};

/** The first is what the others are compared with; another way is one more entry. */
export const FINDERS: readonly Finder[] = [
  walk,
  read,
  ours,
  alone,
  pageScan,
  linkifyItEveryLink,
  linkifyItEmail,
  linkifyItTested,
  linkifyItBehindAt,
  linkifyJs,
  autolinker,
];
