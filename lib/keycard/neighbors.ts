import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { idText, record, reported, text } from "./reported.ts";

/** Entries of a list inside one of the API's things, such as the scopes of a grant; a longer one is none of its. */
const API_LIST_MAX_ENTRIES = 1_000;

/** What a session tells beside the API's documented fields of no use here. Keycard API notes, section 5. */
const metadata = z.object({ name: reported(text) });

/** A session, by its wire names. Keycard API notes, section 5. */
export const session = record({
  /** Optional in the API's own SDK. */
  id: reported(idText),
  /** Absent on sessions of applications. */
  user_id: reported(idText),
  /** `user`, `application`, or a newer value as it came. */
  session_type: reported(text),
  /** `active`, `expired`, `revoked`, or a newer value as it came. */
  status: reported(text),
  authenticated_at: reported(text),
  created_at: reported(text),
  expires_at: reported(text),
  application_id: reported(idText),
  /** The browser, app or command-line tool in which it is. */
  user_agent_id: reported(idText),
  metadata: reported(metadata),
});

export type Session = z.output<typeof session>;

/** What somebody may do at a resource for a user, by its wire names. Keycard API notes, section 5. */
export const grant = record({
  id: reported(idText),
  user_id: reported(idText),
  resource_id: reported(idText),
  /** With one entry that cannot be read the whole list is not reported: a shorter one would be wrong. */
  scopes: reported(z.array(text).check(lengthWithin(0, API_LIST_MAX_ENTRIES))),
  status: reported(text),
  created_at: reported(text),
  updated_at: reported(text),
  /** When its token ends. With `refresh_token_set` the grant outlives that: it renews itself. */
  expires_at: reported(text),
  refresh_token_set: reported(z.boolean()),
  refreshed_at: reported(text),
});

export type Grant = z.output<typeof grant>;

/**
 * A provider, application, resource, user agent, group or role: what a person would call it. A role has no name but its
 * identifier; its description says what it is for. Keycard API notes, section 5.
 */
export const named = record({
  id: idText,
  name: reported(text),
  identifier: reported(text),
  description: reported(text),
});

export type Named = z.output<typeof named>;

/** A group, for what it gives to its members. Keycard API notes, section 5. */
export const givingGroup = record({
  id: idText,
  /** Identifiers, each once whatever the roles are held on; of half a list nothing is reported. */
  roles: reported(z.array(text).check(lengthWithin(0, API_LIST_MAX_ENTRIES))),
});

export type GivingGroup = z.output<typeof givingGroup>;
