/** What the house rules for words exclude (docs/glossary.md, CONTRIBUTING.md), as far as a program can detect it. */

interface WordRule {
  /** Matches what is excluded. */
  found: RegExp;
  /** What to write instead. */
  instead: string;
  /** A text that it was written for: a rule that finds nothing there is dead. */
  was: string;
}

/** Words and phrases that a native speaker wouldn't write in a user interface, or that have two forms in use. */
export const RULED_OUT: WordRule[] = [
  {
    found: /\b(?:some|any|every|no)body\b/i,
    instead: "someone, anyone, everyone, no one",
    was: "Look somebody up in a page.",
  },
  {
    found: /\bwho(?:m|ever)\b/i,
    instead: "who, or someone who",
    was: "Only whom it names is looked up.",
  },
  {
    // "May" reads as "perhaps", and stays only where that is meant.
    found: /\bmay (?!be\b|have\b|use another\b|open people\b)/i,
    instead: "can, can’t, might",
    was: "This key may not list zones.",
  },
  {
    // "Cannot tell" is the name of a state, and other programs look for it.
    found:
      /\b(?:can|could|do|does|did|is|are|was|were|has|have|had|would|will|should)(?: not|not)\b(?! tell\b)/i,
    instead: "the contraction: can’t, didn’t, isn’t",
    was: "The extension did not answer.",
  },
  {
    found: /\b(?:is|are|was) no\b(?! longer\b| one\b)/i,
    instead: "isn’t a, there’s no",
    was: "This is no zone ID.",
  },
  { found: /\blook-ups?\b/i, instead: "lookup, look up", was: "Look-ups on Zendesk" },
  {
    found: /\b(?:to|can|can’t|could|don’t|you|or) lookup\b|^lookup (?:the|an?|this|all|someone)\b/i,
    instead: "look up, which is the verb",
    was: "Lookup the selected text",
  },
  {
    found: /\b(?:an?|the|this|each|every|without a|last) look up\b/i,
    instead: "lookup, which is the noun",
    was: "15 minutes without a look up",
  },
  { found: /\bset-ups?\b|\bto setup\b/i, instead: "setup, set up", was: "The set-up is done." },
  {
    found: /\bswitch(?:ed|es|ing)?(?: \S+){0,3} (?:on|off)\b/i,
    instead: "turn on, turn off",
    was: "Your organization has switched this site off.",
  },
  {
    found: /\bpoint(?:s|ed|ing)? at\b|\bpointing\b|\bpointer rests?\b/i,
    instead: "hover",
    was: "Point at an e-mail address.",
  },
  {
    found: /\bstands?\b/i,
    instead: "is, appears",
    was: "All options stand on this page.",
  },
  {
    found: /\b(?:anew|mend(?:s|ed|ing)?|so long|upon|thereby|herein|therein|otherwise)\b/i,
    instead: "again, fix, differently",
    was: "Open this page anew to see what is set.",
  },
  {
    found: /\bholds\b|\bhold (?:again|already)\b/i,
    instead: "contains, applies",
    was: "A client ID holds no colon.",
  },
  {
    found: /\b(?:the|an?) usual one\b|\bbut for\b|\bforget the key\b|\bForget key\b/i,
    instead: "the default, except for, remove the key",
    was: "Use the usual one",
  },
  {
    found: /\bType (?:the|an?|its|it|at|one|in)\b/i,
    instead: "Enter",
    was: "Type the passphrase.",
  },
  {
    found: /\bas a whole\b|\bwhole (?:user )?IDs?\b/i,
    instead: "full, in full",
    was: "A user ID is only found as a whole.",
  },
  { found: /\bcaret\b/i, instead: "cursor", was: "The word at the caret" },
  { found: /\be-?mails?\b(?<!e-mails?)/i, instead: "e-mail", was: "Email verified" },
  { found: /\bweb site\b/i, instead: "website", was: "Type a web site." },
];

/** One word for one thing: other words for terms in the glossary. */
export const OTHER_TERMS: WordRule[] = [
  {
    found: /\b(?:tenant|workspace|realm)s?\b/i,
    instead: "zone",
    was: "Choose your tenant",
  },
  {
    found: /\bIdPs?\b|\b(?:sign-in|login|log-in|SSO) providers?\b/i,
    instead: "identity provider",
    was: "The sign-in provider of this account was deleted.",
  },
  {
    // A field of a user; next to an e-mail address people mistake it for the subject of the mail.
    found: /\bsubjects?\b|(?<!identity )\bprovider IDs?\b/i,
    instead: "identity provider ID",
    was: "No user has “ada” in e-mail or subject.",
  },
  { found: /\bmentions?\b/i, instead: "address or ID", was: "Underline mentions" },
  {
    found: /\blog(?:s|ged|ging)?[ -]in\b|\blogins?\b|\bauthenticat\w*/i,
    instead: "sign in, sign-in",
    was: "Last login",
  },
  { found: /\bcredentials?\b|\baccess tokens?\b/i, instead: "key", was: "Enter your credential" },
  {
    found: /\bdelegations?\b|\bconsents?\b|\bauthorizations?\b/i,
    instead: "delegated grant",
    was: "Delegations of this user",
  },
  { found: /\bpop-?overs?\b|\bbubbles?\b/i, instead: "card", was: "Close the popover" },
  {
    found: /\bpop-ups?\b|\btoolbar window\b/i,
    instead: "popup",
    was: "Use the pop-up in the toolbar.",
  },
  {
    found: /\bpreferences\b|\bin the settings\b|\bsettings page\b/i,
    instead: "options, which is the page; a setting is what is set there",
    was: "You can add them in the settings.",
  },
  { found: /\bside ?bars?\b/i, instead: "side panel", was: "Open in sidebar" },
  { found: /\bhighlight(?:s|ed|ing)?\b/i, instead: "underline", was: "Highlight addresses" },
  { found: /\bdashboards?\b|\badmin panel\b/i, instead: "console", was: "Open in dashboard" },
];

/** The same in the translations, in which two words for one thing were found before. */
export const OTHER_TERMS_IN: Record<string, WordRule[]> = {
  de: [
    { found: /\bAbfragen?\b/, instead: "nachschlagen", was: "15 Minuten ohne Abfrage" },
    { found: /\bOptionen\b/, instead: "Einstellungen", was: "Geben Sie sie in den Optionen ein." },
    {
      found: /\bFenster (?:in )?der Symbolleiste\b/,
      instead: "Popup",
      was: "im Fenster der Symbolleiste",
    },
    {
      found: /\bErwähnung(?:en)?\b/,
      instead: "Adresse oder ID",
      was: "Erwähnungen unterstreichen",
    },
    { found: /\bSubjects?\b/, instead: "ID beim Identitätsanbieter", was: "Subject" },
    { found: /\bDelegierungen?\b/, instead: "delegierte Berechtigungen", was: "Delegierungen" },
    { found: /\bAnmeldeanbieter\b/, instead: "Identitätsanbieter", was: "Alle Anmeldeanbieter" },
    { found: /\bSchreibmarke\b/, instead: "Cursor", was: "Wort an der Schreibmarke" },
    { found: /\bClient-Secret\b/, instead: "Client-Geheimnis", was: "Client-ID und Client-Secret" },
    {
      found: /\b[Vv]erbinden Sie (?!sich\b)/,
      instead: "verbinden Sie sich",
      was: "Verbinden Sie neu in den Einstellungen.",
    },
  ],
  ja: [
    { found: /該当箇所/, instead: "アドレス、ID", was: "該当箇所に下線" },
    { found: /オプション(?!。)/, instead: "設定", was: "オプションで許可してください" },
    { found: /報告なし/, instead: "情報なし", was: "状態の報告なし" },
    { found: /権限付与/, instead: "委任された権限", was: "権限付与は含みません" },
    { found: /サブジェクト|subject/, instead: "ID プロバイダーの ID", was: "サブジェクト" },
    {
      found: /検索できないため、誰も/,
      instead: "照会",
      was: "検索できないため、誰も見つかりません",
    },
    { found: /要求/, instead: "リクエスト", was: "要求を控えています" },
    { found: /もう一度試して/, instead: "もう一度お試し", was: "もう一度試してください" },
    { found: /飛ば/, instead: "スキップ", was: "この手順を飛ばす" },
  ],
};

/** What is excluded in a text, each with what to write instead. Placeholders and code don't count as words. */
export function ruledOut(text: string, rules: readonly WordRule[]): string[] {
  const words = text.replace(/\{\w+(?::\w+)?\}|\$\d|`[^`]*`/g, "…");
  return rules.flatMap(({ found, instead }) => {
    const [phrase] = found.exec(words) ?? [];
    return phrase === undefined ? [] : [`“${phrase}” (${instead}) in: ${text}`];
  });
}
