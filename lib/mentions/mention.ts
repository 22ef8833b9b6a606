/**
 * The position of a mention. `text.slice(start, end)` is what the reader sees; offsets are in UTF-16 code units.
 *
 * `value` is the same without the invisible characters that pages put into long words as line break opportunities, and
 * in a subject without escapes (`auth0%7C…`): these count in the offsets and are never part of the value.
 */
interface Span {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** An e-mail address, in the spelling of the text: case is kept. */
export interface EmailMention extends Span {
  readonly kind: "email";
  /** An ellipsis follows directly: the address may be longer. */
  readonly cut?: true;
}

/** Text with the format of a Keycard user ID. */
export interface IdMention extends Span {
  readonly kind: "id";
}

/** Text with the format of an identity provider's ID, according to one of the subject patterns. */
export interface SubjectMention extends Span {
  readonly kind: "subject";
}

/** The same for the zone's own identifier of the person, such as an employee number. */
export interface IdentifierMention extends Span {
  readonly kind: "identifier";
}

export type Mention = EmailMention | IdMention | SubjectMention | IdentifierMention;
