import { useEffect, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";

/**
 * The template of a user's address in the admin console, as the organization or the person has set it; undefined for
 * the usual one, and until it is read.
 *
 * @param turn with another one it is read anew: it may have been changed meanwhile
 */
export function useConsoleTemplate(
  { settings }: Pick<BackgroundApi, "settings">,
  turn?: unknown,
): string | undefined {
  const [template, setTemplate] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    const take = (consoleUrl: string | null) => isCurrent && setTemplate(consoleUrl ?? undefined);
    void settings().then(
      ({ consoleUrl }) => take(consoleUrl),
      // What was known stays.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [settings, turn]);
  return template;
}
