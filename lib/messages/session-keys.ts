/** Keys in session storage that pages of the extension watch. */

/** The person last looked up in a card or menu; the side panel follows. */
export const LAST_INSPECTED = "last-inspected";

/** The person whom the side panel stays with. */
export const PINNED_INSPECTED = "pinned-inspected";

/** When another key or zone held, or none any more, from then on: ms since the epoch. */
export const CONNECTION_CHANGED = "connection-changed";

/** The organization's policy that holds now. */
export const POLICY_APPLIED = "policy-applied";
