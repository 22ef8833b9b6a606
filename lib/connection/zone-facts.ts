import { toFailure } from "../directory/failure.ts";
import type { CallResult } from "../directory/traffic/traffic.ts";
import { type KeycardClient, type Zone, zoneId } from "../keycard/index.ts";
import { keyPowers } from "./key-powers.ts";
import type { SignIn, ZoneFactsReply } from "./replies.ts";
import { isRefused, type Run } from "./zones.ts";

/**
 * What a zone reports about itself and the key, beyond its name. It takes one request, one more if the deployment is
 * strict and doesn't know permissions, and one for the provider's name.
 *
 * @param now ms since the epoch
 */
export async function readZoneFacts(
  client: KeycardClient,
  run: Run,
  id: string,
  now: () => number,
): Promise<ZoneFactsReply> {
  const reply = await retrieve(client, run, id);
  if (!reply.ok) return { state: "failed", failure: toFailure(reply.error, now()) };
  const { permissions } = reply.value;
  const powers = permissions && keyPowers(permissions);
  const signIn = await signInOf(client, run, reply.value);
  return { state: "told", zoneId: id, ...(powers && { powers }), ...(signIn && { signIn }) };
}

async function retrieve(client: KeycardClient, run: Run, id: string): Promise<CallResult<Zone>> {
  const reply = await run(() => client.retrieveZone(zoneId(id), { permissions: true }));
  return isRefused(reply) ? run(() => client.retrieveZone(zoneId(id))) : reply;
}

/** As far as the zone reports it: `requires_invitation` is only meaningful if no provider is set. */
async function signInOf(client: KeycardClient, run: Run, zone: Zone): Promise<SignIn | undefined> {
  const { user_identity_provider_id: provider, requires_invitation: invited } = zone;
  const asksFirst = zone.login_flow === "identifier_first" && {
    asksIdentifierFirst: true as const,
  };
  if (provider !== undefined) {
    const named = await run(() => client.retrieveNamed(zone.id, "providers", provider));
    const name = named.ok ? (named.value.name ?? named.value.identifier) : undefined;
    return { through: "provider", ...(name !== undefined && { name }), ...asksFirst };
  }
  if (invited !== undefined) return { through: "password", invited, ...asksFirst };
  return asksFirst ? { through: "unknown", ...asksFirst } : undefined;
}
