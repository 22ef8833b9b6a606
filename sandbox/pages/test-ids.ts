/**
 * `data-testid` of the interesting places on a ticket page; every ticket has all of them. Those marked "several" are on
 * more than one element: use the first.
 */
export const TEST_IDS = {
  /** Text: the requester's address in the header. */
  requesterEmail: "requester-email",
  /** `<input>`, labeled "Requester": the same address. */
  requesterInput: "requester-input",
  /** Text in the conversation: an address (several). */
  threadEmail: "thread-email",
  /** Text in the conversation: a user ID (several). */
  threadId: "thread-id",
  /** `<a href="mailto:...">` whose text is a name (several). */
  threadMailto: "thread-mailto",
  /** `<table>` of affected accounts. */
  affectedTable: "affected-table",
  /** `<td>` with an address (several). */
  affectedEmail: "affected-email",
  /** `<td>` with a user ID (several). */
  affectedId: "affected-id",
  /** `<iframe>`: own URL on odd tickets, `srcdoc` on even ones; a plain block on strict pages. */
  mailFrame: "mail-frame",
  /** In the iframe's document: an address. */
  mailEmail: "mail-email",
  /** Custom element with an open shadow root, which holds a `shadowEmail`. */
  shadowOpen: "shadow-open",
  /** Custom element with a closed shadow root, which holds a `shadowEmail`. */
  shadowClosed: "shadow-closed",
  /** Text in either shadow root: an address. */
  shadowEmail: "shadow-email",
  /** `<button>` that opens the modal dialog. */
  mergeOpen: "merge-open",
  /** `<dialog>`. */
  mergeDialog: "merge-dialog",
  /** Text in the dialog: an address. */
  mergeEmail: "merge-email",
  /** `<textarea>` of the reply. */
  reply: "reply",
} as const;
