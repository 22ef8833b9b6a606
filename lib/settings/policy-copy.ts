import * as z from "zod/mini";
import type { StorageArea } from "../storage.ts";
import { type PolicyReading, type PolicyWarning, readPolicy } from "./policy.ts";

/**
 * The last policy from the browser, in `storage.local`, so that nothing has to wait for Chromium, which may report it
 * only some 3 s after its start (docs/decisions/0016-policy-over-settings.md). An unchanged policy applies from the
 * first moment.
 */
const KEY = "policy";

const copy = z.object({
  policy: z.record(z.string(), z.unknown()),
  warnings: z.array(
    z.object({
      why: z.enum(["unknown-key", "secret", "invalid", "too-many"]),
      key: z.string(),
      given: z.optional(z.string()),
    }),
  ),
});

/** What an organization has set, and what is wrong with that; empty if there is no policy. */
export async function currentPolicy(area: StorageArea): Promise<PolicyReading> {
  const { data } = copy.safeParse((await area.get(KEY))[KEY]);
  if (!data) return { policy: {}, warnings: [] };
  return {
    policy: readPolicy(data.policy).policy,
    warnings: data.warnings as PolicyWarning[],
  };
}

/**
 * Adopts what the browser says now.
 *
 * @param managed asks the browser; rejects in Firefox if there is no policy
 */
export async function takePolicy(
  area: StorageArea,
  managed: () => Promise<Record<string, unknown>>,
): Promise<PolicyReading> {
  const reading = readPolicy(await managed().catch(() => ({})));
  // If it can't be stored, it applies anyway, and the next worker asks the browser.
  await area.set({ [KEY]: reading }).catch(() => undefined);
  return reading;
}
