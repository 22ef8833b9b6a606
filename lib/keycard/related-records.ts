import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { idText, record, reported, text } from "./reported.ts";

/**
 * Maximum number of entries of a list inside one of the API's things, such as the scopes of a grant; a longer list
 * can't be the API's.
 */
const API_LIST_MAX_ENTRIES = 1_000;

/** The part of a session's metadata that is used. Keycard API notes, section 5. */
const metadata = z.object({ name: reported(text) });

/** A session, by its wire names. Keycard API notes, section 5. */
export const session = record({
  /** Optional in the API's own SDK. */
  id: reported(idText),
  /** Absent from sessions of applications. */
  user_id: reported(idText),
  /** `user`, `application`, or a newer value unchanged. */
  session_type: reported(text),
  /** `active`, `expired`, `revoked`, or a newer value unchanged. */
  status: reported(text),
  authenticated_at: reported(text),
  created_at: reported(text),
  expires_at: reported(text),
  application_id: reported(idText),
  /** The browser, app or command-line tool in which the session runs. */
  user_agent_id: reported(idText),
  metadata: reported(metadata),
});

export type Session = z.output<typeof session>;

/** What someone can do with a resource on behalf of a user, by its wire names. Keycard API notes, section 5. */
export const grant = record({
  id: reported(idText),
  user_id: reported(idText),
  resource_id: reported(idText),
  /** If one entry can't be parsed, the whole list counts as not reported: a shorter one would be wrong. */
  scopes: reported(z.array(text).check(lengthWithin(0, API_LIST_MAX_ENTRIES))),
  status: reported(text),
  created_at: reported(text),
  updated_at: reported(text),
  /** When its token expires. With `refresh_token_set`, the grant outlives that, because it renews itself. */
  expires_at: reported(text),
  refresh_token_set: reported(z.boolean()),
  refreshed_at: reported(text),
});

export type Grant = z.output<typeof grant>;

/**
 * A provider, application, resource, user agent, group or role, with the name that people use for it. A role has no
 * name except its identifier; its description says what it is for. Keycard API notes, section 5.
 */
export const named = record({
  id: idText,
  name: reported(text),
  identifier: reported(text),
  description: reported(text),
});

export type Named = z.output<typeof named>;

/** A group with the roles that it gives to its members. Keycard API notes, section 5. */
export const givingGroup = record({
  id: idText,
  /** Identifiers, each once whatever the roles apply to; an incomplete list counts as not reported. */
  roles: reported(z.array(text).check(lengthWithin(0, API_LIST_MAX_ENTRIES))),
});

export type GivingGroup = z.output<typeof givingGroup>;
