import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { PersonalSettings } from "../../lib/contract/replies.ts";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { HOVER_HIDE_MS } from "../../lib/limits.ts";
import type { Query } from "../../lib/query.ts";
import type { Modifier } from "../../lib/settings/modifier.ts";
import { InertText } from "../parts/inert-text.tsx";
import { TryCardLater } from "./try-card-later.tsx";

export interface TryMentionProps {
  query: Query;
  background: BackgroundApi;
  settings: PersonalSettings;
  zone: ZoneRef;
}

const HELD = {
  Alt: "altKey",
  Control: "ctrlKey",
  Shift: "shiftKey",
  Meta: "metaKey",
} as const satisfies Record<Modifier, keyof MouseEvent>;

/** Placeholder for the mention in the sentence. */
const HERE = "\u0000";

/**
 * A mention in a sentence. Hovering it opens the card as it would on a page, with the configured delay or key; so does
 * a press, which also works by keyboard. Only then is anyone looked up.
 */
export function TryMention({ query, background, settings, zone }: TryMentionProps) {
  const id = useId();
  const [open, setOpen] = useState<"by-pointer" | "by-press">();
  const word = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = (run: () => void, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, ms);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const { modifier, hoverMs } = settings;
  const [before = "", after = ""] = t("options.tryIt.sentence", { mention: HERE }).split(HERE);

  function rest(event: PointerEvent) {
    if (event.pointerType === "touch") return;
    if (modifier === null) later(() => setOpen((now) => now ?? "by-pointer"), hoverMs);
    else if (event[HELD[modifier]]) setOpen((now) => now ?? "by-pointer");
  }

  /** A card that was opened by a press stays until it is closed. */
  function leave() {
    later(() => setOpen((now) => (now === "by-pointer" ? undefined : now)), HOVER_HIDE_MS);
  }

  function close() {
    clearTimeout(timer.current);
    setOpen(undefined);
    word.current?.focus();
  }

  return (
    <div class="sample">
      <p class="sample-text">
        {before}
        <button
          ref={word}
          type="button"
          class="mention"
          aria-expanded={open !== undefined}
          aria-controls={id}
          onPointerMove={rest}
          onPointerLeave={leave}
          onClick={() => setOpen((now) => (now === "by-press" ? undefined : "by-press"))}
        >
          <InertText text={query.value} whole />
        </button>
        {after}
      </p>
      <div id={id} onPointerEnter={() => clearTimeout(timer.current)} onPointerLeave={leave}>
        {open && (
          <TryCardLater
            query={query}
            background={background}
            zone={zone}
            consoleTemplate={settings.consoleUrl ?? undefined}
            focused={open === "by-press"}
            onClose={close}
          />
        )}
      </div>
    </div>
  );
}
