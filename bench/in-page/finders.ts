import Autolinker from "autolinker";
import { LinkifyIt } from "linkify-it";
import { find } from "linkifyjs";
import { findMentions } from "../../lib/mentions/index.ts";
import { WORDS } from "../../lib/page/look/brought-words.ts";
import { isLegible } from "../../lib/page/look/legible.ts";
import { createPlacedMentions } from "../../lib/page/scan/placed-mentions.ts";
import { scan } from "../../lib/page/scan/scan.ts";

// As in a page: page-look.js is loaded before any scan.
globalThis.keycardLookupWords = WORDS;

/** A method of finding mentions in all text of a page. */
export interface Finder {
  name: string;
  /** What it looks for, for the table. */
  seeks: string;
  /** Called before each run; not timed. */
  prepare?(root: Element): void;
  run(root: Element): FoundCounts;
}

export interface FoundCounts {
  /** Text nodes visited, and characters read. */
  nodes: number;
  chars: number;
  emails: number;
  ids: number;
}

const nothing = (): FoundCounts => ({ nodes: 0, chars: 0, emails: 0, ids: 0 });

const textsOf = (root: Node) => document.createTreeWalker(root, NodeFilter.SHOW_TEXT);

// Each finder has its own loop: the engine couldn't optimize a shared loop for all of them.

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

/** What no scan can do without: visiting each element, and checking what can't be read next to an address. */
const leastOfScan: Finder = {
  name: "a TreeWalker that also reads each `shadowRoot`, and four styles next to an `@`",
  seeks: "-",
  run(root) {
    const found = nothing();
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const shadowRoots: ShadowRoot[] = [];
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      if (node.nodeType === Node.ELEMENT_NODE) {
        const { shadowRoot } = node as Element;
        if (shadowRoot) shadowRoots.push(shadowRoot);
        continue;
      }
      const { data, parentElement } = node as Text;
      if (parentElement && data.includes("@") && !isLegible(parentElement)) continue;
      found.nodes++;
      found.chars += data.length;
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

/** By root: the strings that `alone` searches, read before its first timed run. */
const readBefore = new WeakMap<Node, string[]>();

/** Only our own share: without the walk and without reading strings. */
const alone: Finder = {
  name: "findMentions alone, on strings read beforehand",
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

/** Also finds words that are split across inline elements, and records each mention's place; all slices in one go. */
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
  name: "linkify-it with default settings",
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
  name: "linkify-it without links, `test` first as documented",
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

/** Not an option of the library, but what anyone would write who looks only for addresses. */
const linkifyItAfterAt: Finder = {
  name: "linkify-it without links, only on text with an `@`",
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

/** The others are compared with the first. To add a method, add an entry. */
export const FINDERS: readonly Finder[] = [
  walk,
  read,
  leastOfScan,
  ours,
  alone,
  pageScan,
  linkifyItEveryLink,
  linkifyItEmail,
  linkifyItTested,
  linkifyItAfterAt,
  linkifyJs,
  autolinker,
];
