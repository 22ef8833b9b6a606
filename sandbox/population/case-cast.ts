/** How the records of the people in `case-people.ts` differ from an ordinary person's. */
import { LARGE_LEGACY, SMALL_LEGACY } from "../zones.ts";
import type { CaseName } from "./case-people.ts";
import { type GroupName, memberOf } from "./groups.ts";
import { otherZoneRole, zoneRole } from "./roles.ts";
import { federation, NO_PROVIDER, signsInWith } from "./sign-in.ts";
import type { Credential, User } from "./user.ts";

const ADDED = { created_at: "2026-09-14T07:45:00.000Z", updated_at: "2026-09-14T07:45:00.000Z" };
const PASSWORD: Credential = { type: "password", ...ADDED };

/** @param plain A named person's record without overrides */
export function caseRecords(
  zoneId: string,
  plain: Partial<User>,
): Readonly<Record<CaseName, Partial<User>>> {
  const groups = (...names: GroupName[]) => memberOf(zoneId, ...names);
  const signsIn = (provider: number, subject: string) => signsInWith(zoneId, provider, subject);
  const ways = (...credentials: Credential[]) => ({ credentials });
  const at = (provider: number, subject: string) => federation(zoneId, provider, subject, ADDED);
  const agent = zoneRole(zoneId, "support-agent");
  const employee = signsIn(3, "f3c1a1de-6b0e-4f5c-9d1f-0a51d1c0ffee");
  const fromDirectory = { external: true, role_assignments: [], ...employee };
  return {
    nora: { role_assignments: [], groups: groups("supportAgents", "billing") },
    ilya: {
      role_assignments: [agent, zoneRole(zoneId, "auditor")],
      groups: groups("supportAgents", "developers", "refundApprovers"),
    },
    suki: {
      role_assignments: [
        otherZoneRole(zoneId, "auditor", SMALL_LEGACY.id),
        otherZoneRole(zoneId, "admin", LARGE_LEGACY.id),
        agent,
      ],
    },
    otto: {
      role_assignments: [
        zoneRole(zoneId, "admin", "platform"),
        zoneRole(zoneId, "admin", "customer"),
      ],
    },
    petra: ways(PASSWORD, at(0, plain.subject ?? "")),
    fay: {
      ...signsIn(1, "00u4f6h8j0k2m4n6p8r"),
      ...ways(
        at(1, "00u4f6h8j0k2m4n6p8r"),
        at(2, "107461293358823470112"),
        federation(zoneId, 999, "old-4711", ADDED),
      ),
    },
    greta: { provider_id: undefined, issuer: "https://old-sso.acme.example/", subject: "greta-31" },
    kay: { ...NO_PROVIDER, ...ways({ type: "passkey", ...ADDED }) },
    samir: { ...fromDirectory, groups: groups("everybody", "onCall") },
    dana: {
      ...fromDirectory,
      status: "disabled",
      groups: groups("everybody"),
      ...signsIn(3, "0b51bd1e-2d5a-4a3e-8d0c-5f6c1b2a3d4e"),
    },
    lena: {
      ...fromDirectory,
      ...NO_PROVIDER,
      authenticated_at: undefined,
      email_verified: false,
      groups: groups("everybody"),
      ...ways(),
    },
    erin: { identifier: "E-1042", ...signsIn(3, "5d0a7f3e-11aa-4c1b-b7a6-9f1f0d2c3b4a") },
    ezra: { identifier: "e-1042", ...signsIn(3, "9c8b7a6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d") },
    noor: { authenticated_at: "2026-11-19T09:12:40Z" },
    ivan: {},
    odd: {},
    rosa: { authenticated_at: "2026-11-18T10:30:00Z" },
    subjectOne: signsIn(0, "248289761001"),
    subjectTwo: signsIn(2, "248289761001"),
    decomposed: signsIn(2, "113355779911335577991"),
    composed: signsIn(2, "113355779911335577992"),
    capitals: signsIn(3, "6BA7B810-9DAD-41D1-80B4-00C04FD430C8"),
    unicode: signsIn(0, "auth0|71a2b3c4d5e6f7081920a1b2"),
    bao: { authenticated_at: "2026-11-20T15:00:00Z" },
  };
}
