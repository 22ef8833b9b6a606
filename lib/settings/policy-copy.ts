import * as z from "zod/mini";
import type { StorageArea } from "../storage.ts";
import { type PolicyReading, type PolicyWarning, readPolicy } from "./policy.ts";

/**
 * The policy as the browser told it last, in `storage.local`: nobody is to wait for Chromium, which may tell it some 3 s
 * after its start only (docs/decisions/0016-policy-over-settings.md). What is not new holds from the first moment.
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

/** What an organization has set, and what of that is wrong; nothing where there is no policy. */
export async function currentPolicy(area: StorageArea): Promise<PolicyReading> {
  const { data } = copy.safeParse((await area.get(KEY))[KEY]);
  if (!data) return { policy: {}, warnings: [] };
  return {
    policy: readPolicy(data.policy).policy,
    warnings: data.warnings as PolicyWarning[],
  };
}

/**
 * Takes over what the browser says now.
 *
 * @param managed asks the browser; rejects in Firefox when there is no policy
 */
export async function takePolicy(
  area: StorageArea,
  managed: () => Promise<Record<string, unknown>>,
): Promise<PolicyReading> {
  const reading = readPolicy(await managed().catch(() => ({})));
  // Where it cannot be stored it holds all the same, and the next worker asks the browser.
  await area.set({ [KEY]: reading }).catch(() => undefined);
  return reading;
}
