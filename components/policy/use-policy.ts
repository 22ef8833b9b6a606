import { useEffect, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { PolicyReading } from "../../lib/settings/policy.ts";

const NONE: PolicyReading = { policy: {}, warnings: [] };

/**
 * What the organization has set, updated as it changes; empty until the background, which alone enforces it, has
 * replied.
 *
 * @param onChanged called when the policy changes: what the page shows can be outdated
 */
export function usePolicy(
  { policy, on }: Pick<BackgroundApi, "policy" | "on">,
  onChanged?: () => void,
): PolicyReading {
  const [reading, setReading] = useState(NONE);
  useEffect(() => {
    let latest = 0;
    const read = async () => {
      const mine = ++latest;
      const come = await policy().catch(() => undefined);
      if (come && mine === latest) setReading(come);
    };
    const stop = on("policy", () => {
      void read();
      onChanged?.();
    });
    void read();
    return () => {
      latest = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [policy, on, onChanged]);
  return reading;
}
