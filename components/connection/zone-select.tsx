import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { inertLine } from "../parts/unseen.ts";
import { zoneName } from "../parts/zone-name.ts";

export interface ZoneSelectProps {
  zones: ZoneRef[];
  current: ZoneRef | undefined;
  /** Another zone is being chosen. */
  busy?: boolean;
  /** The organization has set it. */
  locked?: boolean;
  /** ID for an external label; without one the select labels itself. */
  id?: string;
  onChoose: (zoneId: string) => void;
}

/** An option can contain only text, so invisible characters in a name are spelled out. */
const nameOf = (zone: ZoneRef) => inertLine(zoneName(zone));

/** The zones that the key can read, with the chosen one selected. */
export function ZoneSelect({
  zones,
  current,
  busy = false,
  locked = false,
  id,
  onChoose,
}: ZoneSelectProps) {
  const names = zones.map(nameOf);
  const listed = zones.some((zone) => zone.id === current?.id);
  return (
    <select
      id={id}
      class="select"
      {...(id === undefined && { "aria-label": t("popup.zone") })}
      value={current?.id ?? ""}
      disabled={busy || locked}
      title={locked ? t("policy.set") : current && nameOf(current)}
      aria-busy={busy}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {!current && (
        <option value="" disabled>
          {t("popup.chooseZone")}
        </option>
      )}
      {current && !listed && <option value={current.id}>{nameOf(current)}</option>}
      {zones.map((zone, place) => {
        const name = names[place] ?? zone.id;
        const shared = names.indexOf(name) !== names.lastIndexOf(name);
        return (
          <option key={zone.id} value={zone.id}>
            {shared ? inertLine(`${name} (${zone.id})`) : name}
          </option>
        );
      })}
    </select>
  );
}
