import { useEffect, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";

/**
 * The template of a user's URL in the admin console, as set by the organization or the user; undefined for the default,
 * and until it has been read.
 *
 * @param turn if it changes, the template is read again: it can have been changed meanwhile
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
      // Keep what was known.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [settings, turn]);
  return template;
}
