import * as z from "zod/mini";
import { zoneId } from "./ids.ts";
import { idText, record, reported, text } from "./reported.ts";

/** What the key itself can do in the zone: type of resource -> action -> whether it is allowed. */
const permissions = z.record(z.string(), z.record(z.string(), z.boolean()));

export type Permissions = z.output<typeof permissions>;

/** A zone, by its wire names. Keycard API notes, section 5. */
export const zone = record({
  id: z.pipe(idText, z.transform(zoneId)),
  name: reported(text),
  slug: reported(text),
  organization_id: reported(text),
  description: reported(text),
  /** `default`, `identifier_first`, or a newer value unchanged. */
  login_flow: reported(text),
  /** For signing in with just e-mail and password, if no `user_identity_provider_id` is set. */
  requires_invitation: reported(z.boolean()),
  user_identity_provider_id: reported(idText),
  /** Only if it was requested. If one entry can't be parsed, it counts as not reported. */
  permissions: reported(permissions),
});

export type Zone = z.output<typeof zone>;
