import { useId } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import { zoneFailureText } from "../connection/zone-failure-text.ts";
import { ZoneSelect } from "../connection/zone-select.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { zoneName } from "../parts/zone-name.ts";
import { ControlCell } from "./control-cell.tsx";
import type { Note } from "./control-notes.tsx";

export interface ZoneCellProps {
  store: ConnectionStore;
  /** The organization has set the zone. */
  locked: boolean;
  onChoose: (zoneId: string) => void;
}

/** The zone whose users are looked up: a select if there is a choice, otherwise its name. */
export function ZoneCell({ store, locked, onChoose }: ZoneCellProps) {
  const id = useId();
  const connection = store.connection.value;
  const zones = store.zones.value;
  const current = connection?.state === "ready" ? connection.zone : undefined;
  const choices = zones?.state === "listed" && zones.zones.length > 1 ? zones.zones : undefined;
  return (
    <ControlCell
      kind="zone"
      caption={t("popup.zone")}
      locked={locked}
      {...(choices && { labels: id })}
    >
      {choices ? (
        <ZoneSelect
          id={id}
          zones={choices}
          current={current}
          busy={store.choosing.value}
          locked={locked}
          onChoose={onChoose}
        />
      ) : (
        current && (
          <span class="control-word" title={zoneName(current)}>
            <InertText text={zoneName(current)} whole />
          </span>
        )
      )}
    </ControlCell>
  );
}

/** Why the last attempt to change the zone failed. */
export function zoneNote({ zoneFailure }: ConnectionStore): Note | undefined {
  const failure = zoneFailure.value;
  return failure && { tone: "alert", text: zoneFailureText(failure).known };
}
