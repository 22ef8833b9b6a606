import type { Connection } from "../../lib/connection/replies.ts";
import type { PersonalSettings } from "../../lib/contract/replies.ts";
import type { FileSettings } from "../../lib/settings/settings-file.ts";
import type { Site } from "../../lib/sites/sites.ts";

/** The current settings that a settings file can contain. Built field by field, so nothing else can get in. */
export function heldSettings(
  stored: PersonalSettings,
  connection: Connection | undefined,
  on: readonly Site[],
): FileSettings {
  const { modifier, hoverMs, subjects, lockAfterMin, consoleUrl, theme, marks } = stored;
  const zone = connection?.state === "ready" ? connection.zone : undefined;
  return {
    ...(zone && { zone: { id: zone.id, name: zone.name } }),
    modifier,
    hoverMs,
    subjects,
    lockAfterMin,
    consoleUrl,
    theme,
    sites: on.filter(({ fixed }) => !fixed).map(({ pattern }) => pattern),
    marks,
  };
}
