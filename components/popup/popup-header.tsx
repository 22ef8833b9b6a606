import { t } from "../../lib/i18n.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import { GearIcon, LockIcon, LogoIcon, TabIcon } from "../parts/icons.tsx";

export interface PopupHeaderProps {
  store: ConnectionStore;
  onOpenOptions: () => void;
  /** Absent if the popup is already in a tab. */
  onOpenTab: (() => void) | undefined;
}

/** The popup's title, with its links to other pages. */
export function PopupHeader({ store, onOpenOptions, onOpenTab }: PopupHeaderProps) {
  const connection = store.connection.value;
  const way = connection && "way" in connection ? connection.way : undefined;
  return (
    <header class="popup-bar">
      <LogoIcon />
      <h1 class="popup-name">{t("extension.name")}</h1>
      {way === "passphrase" && (
        <IconButton name={t("popup.lock")} icon={LockIcon} onClick={() => void store.lock()} />
      )}
      {onOpenTab && <IconButton name={t("popup.openTab")} icon={TabIcon} onClick={onOpenTab} />}
      <IconButton name={t("action.options")} icon={GearIcon} onClick={onOpenOptions} />
    </header>
  );
}

interface IconButtonProps {
  name: string;
  icon: typeof GearIcon;
  onClick: () => void;
}

function IconButton({ name, icon: Icon, onClick }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onClick}>
      <Icon />
    </button>
  );
}
