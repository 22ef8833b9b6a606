import type { ZoneRef } from "../lib/directory/answer.ts";
import { policyTexts, popupTexts, zoneName } from "./texts.ts";

export interface ZoneSelectProps {
  zones: ZoneRef[];
  current: ZoneRef | undefined;
  /** Another one is being chosen. */
  busy?: boolean;
  /** The organization has set it. */
  locked?: boolean;
  /** Id for a label outside; without one the select names itself. */
  id?: string;
  onChoose: (zoneId: string) => void;
}

/** The zones that the key reads, one of them chosen. */
export function ZoneSelect({
  zones,
  current,
  busy = false,
  locked = false,
  id,
  onChoose,
}: ZoneSelectProps) {
  const names = zones.map(zoneName);
  const listed = zones.some((zone) => zone.id === current?.id);
  return (
    <select
      id={id}
      class="select"
      {...(id === undefined && { "aria-label": popupTexts.zone })}
      value={current?.id ?? ""}
      disabled={busy || locked}
      {...(locked && { title: policyTexts.set })}
      aria-busy={busy}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {!current && (
        <option value="" disabled>
          {popupTexts.chooseZone}
        </option>
      )}
      {current && !listed && <option value={current.id}>{zoneName(current)}</option>}
      {zones.map((zone, place) => {
        const name = names[place] ?? zone.id;
        const shared = names.indexOf(name) !== names.lastIndexOf(name);
        return (
          <option key={zone.id} value={zone.id}>
            {shared ? `${name} (${zone.id})` : name}
          </option>
        );
      })}
    </select>
  );
}
