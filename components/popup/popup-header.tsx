import { t } from "../../lib/i18n.ts";
import type { ConnectionStore } from "../connection-store.ts";
import { GearIcon, LockIcon, LogoIcon } from "../icons.tsx";
import { InertText } from "../inert-text.tsx";
import { zoneFailureText } from "../zone-failure-text.ts";
import { zoneName } from "../zone-name.ts";
import { ZoneSelect } from "../zone-select.tsx";

export interface PopupHeaderProps {
  store: ConnectionStore;
  /** The organization has set the zone. */
  locked: boolean;
  onChooseZone: (zoneId: string) => void;
  onOpenOptions: () => void;
}

export function PopupHeader({ store, locked, onChooseZone, onOpenOptions }: PopupHeaderProps) {
  const failure = store.zoneFailure.value;
  const connection = store.connection.value;
  const way = connection && "way" in connection ? connection.way : undefined;
  return (
    <header class="popup-header">
      <div class="popup-bar">
        <LogoIcon />
        <h1 class="popup-name">{t("extension.name")}</h1>
        <ZoneName store={store} locked={locked} onChooseZone={onChooseZone} />
        {way === "passphrase" && (
          <button
            type="button"
            class="icon-button"
            aria-label={t("popup.lock")}
            title={t("popup.lock")}
            onClick={() => void store.lock()}
          >
            <LockIcon />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={t("action.options")}
          title={t("action.options")}
          onClick={onOpenOptions}
        >
          <GearIcon />
        </button>
      </div>
      {failure && (
        <p class="error" role="alert">
          <InertText text={zoneFailureText(failure).known} />
        </p>
      )}
    </header>
  );
}

/** A choice where there is one, else the zone's name. */
function ZoneName({ store, locked, onChooseZone }: Omit<PopupHeaderProps, "onOpenOptions">) {
  const connection = store.connection.value;
  const zones = store.zones.value;
  const current = connection?.state === "ready" ? connection.zone : undefined;
  if (zones?.state === "listed" && zones.zones.length > 1)
    return (
      <ZoneSelect
        zones={zones.zones}
        current={current}
        busy={store.choosing.value}
        locked={locked}
        onChoose={onChooseZone}
      />
    );
  if (!current) return null;
  return (
    <span class="popup-zone">
      <InertText text={zoneName(current)} whole />
    </span>
  );
}
