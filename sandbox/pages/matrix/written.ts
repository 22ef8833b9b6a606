/** What people and programs write around an address. */
import type { Section } from "./case.ts";

export const WRITTEN: Section = {
  title: "Written carelessly",
  about:
    "Words that follow without a space, punctuation, macros and links with mistakes; and what only looks like a person.",
  cases: [
    {
      name: "word-follows",
      about: "a sentence follows without a space",
      html: "Written to Word.Follows@Matrix.example.Thanks for it",
      word: "Word.Follows",
      expect: "Word.Follows@Matrix.example",
    },
    {
      name: "label-follows",
      about: "a label follows, as when cells are pasted",
      html: "From:label-follows@matrix.exampleTo:grace@matrix.exampleSubject:x",
      word: "label-follows",
      expect: "label-follows@matrix.example",
    },
    {
      name: "capitals-follow",
      about: "a word in capitals follows",
      html: "capitals-follow@matrix.exampleTEL: 1",
      word: "capitals-follow",
      expect: "capitals-follow@matrix.example",
    },
    {
      name: "hyphen-follows",
      about: "a hyphen and a word follow",
      html: "Das hyphen-follows@matrix.example-Konto",
      word: "hyphen-follows",
      expect: "hyphen-follows@matrix.example",
    },
    {
      name: "colon-follows",
      about: "a colon and a word follow",
      html: "colon-follows@matrix.example:locked",
      word: "colon-follows",
      expect: "colon-follows@matrix.example",
    },
    {
      name: "bullets",
      about: "between bullets",
      html: "Ada Lovelace·bullets@matrix.example•Admin•2h ago",
      word: "bullets",
      expect: "bullets@matrix.example",
    },
    {
      name: "wiki-macro",
      about: "between wiki macros",
      html: "{color:red}wiki-macro@matrix.example{color}",
      expect: "wiki-macro@matrix.example",
    },
    {
      name: "mailto-twice",
      about: "a link whose scheme is there twice",
      html: '<a href="mailto:mailto:mailto-twice@matrix.example">Ada Lovelace</a>',
      word: "Ada Lovelace",
      expect: "mailto-twice@matrix.example",
    },
    {
      name: "mailto-named",
      about: "a link with a name in quotation marks that has a comma",
      html: '<a href="mailto:%22Lovelace%2C%20Ada%22%20%3Cmailto-named@matrix.example%3E">Ada Lovelace</a>',
      word: "Ada Lovelace",
      expect: "mailto-named@matrix.example",
    },
    {
      name: "mailto-copy",
      about: "a link with only a cc",
      html: '<a href="mailto:?subject=x&amp;cc=mailto-copy@matrix.example">Ada Lovelace</a>',
      word: "Ada Lovelace",
      expect: "mailto-copy@matrix.example",
    },
    {
      name: "scp-path",
      about: "a file on another machine",
      html: "<code>scp notes ada@host.matrix.example:/tmp</code>",
      word: "ada@host.matrix.example",
      expect: "",
    },
    {
      name: "session-secret",
      about: "a session secret that looks like a user ID",
      html: "PHPSESSID=el4ukv0kqbvoirg7nkp4dncpk3",
      word: "el4ukv0kqbvoirg7nkp4dncpk3",
      expect: "",
    },
    {
      name: "exchange-encapsulated",
      about: "an Exchange address that contains a mailbox",
      html: "IMCEAEX-_O=LABS_OU=X_CN=abc-ada@prod.matrix.example",
      word: "abc-ada",
      expect: "",
    },
  ],
};
