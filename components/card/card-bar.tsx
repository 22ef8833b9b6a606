import type { ComponentChildren } from "preact";
import { t } from "../../lib/i18n.ts";
import {
  CloseIcon,
  LessIcon,
  LogoIcon,
  MoreIcon,
  PanelIcon,
  PinIcon,
  RefreshIcon,
} from "../parts/icons.tsx";
import { useKept } from "../parts/kept.ts";
import type { CardStore } from "./card-store.ts";
import type { CardClicks } from "./guarded-clicks.ts";

export interface CardBarProps {
  store: CardStore;
  /** Whether this browser can open a side panel from here. */
  sidePanel: boolean;
  /** Absent if there is no page around the card. */
  clicks?: CardClicks | undefined;
  onClose: () => void;
}

/** The card's own controls. They are the same whatever it shows, because the page can see the card's size change. */
export function CardBar({ store, sidePanel, clicks, onClose }: CardBarProps) {
  const pinned = useKept(store.pinned);
  const expanded = useKept(store.expanded);
  return (
    <header class="card-bar">
      <LogoIcon />
      <h1 class="card-name">{t("extension.name")}</h1>
      <div class="card-tools">
        <button
          type="button"
          class="button card-more"
          aria-expanded={expanded}
          onClick={() => {
            clicks?.resizing();
            store.send({ type: "expand", expanded: !expanded });
          }}
        >
          {expanded ? t("card.less") : t("card.more")}
          {expanded ? <LessIcon /> : <MoreIcon />}
        </button>
        <Tool name={t("action.refresh")} onClick={() => store.send({ type: "refresh" })}>
          <RefreshIcon />
        </Tool>
        {sidePanel && (
          <Tool name={t("action.sidePanel")} onClick={() => store.send({ type: "openSidePanel" })}>
            <PanelIcon />
          </Tool>
        )}
        <Tool
          name={t("action.pin")}
          pressed={pinned}
          onClick={() => store.send({ type: "pin", pinned: !pinned })}
        >
          <PinIcon />
        </Tool>
        <Tool name={t("action.close")} onClick={onClose}>
          <CloseIcon />
        </Tool>
      </div>
    </header>
  );
}

interface ToolProps {
  name: string;
  pressed?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

function Tool({ name, pressed, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={name}
      {...(pressed !== undefined && { "aria-pressed": pressed })}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
