import { useEffect, useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { announce } from "./announcer.tsx";
import { copyText } from "./copy-text.ts";

/** How long "Copied" is shown, in ms. */
const SHOWN_MS = 1_800;

/** Something that can be copied. */
export interface Copyable {
  name: string;
  label: string;
  /** Called on click, because the text can be large. Undefined: there is nothing to copy. */
  text: (() => string) | undefined;
  /** What most people copy. */
  primary?: boolean;
}

export interface CopyRowProps {
  copyables: readonly Copyable[];
  /** Puts text on the clipboard; returns whether it worked. */
  copy?: ((text: string) => boolean) | undefined;
}

/** Buttons that copy, and show whether they did. */
export function CopyRow({ copyables, copy = copyText }: CopyRowProps) {
  const [done, setDone] = useState<{ name: string; copied: boolean } | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => setDone(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done]);

  function take(name: string, text: string) {
    const copied = copy(text);
    setDone({ name, copied });
    announce(copied ? t("action.copied") : t("action.copyFailed"));
  }

  return (
    <div class="copy-buttons">
      <span
        class={done?.copied ? "copy-title is-copied" : "copy-title"}
        data-other={done?.copied ? t("action.copy") : t("action.copied")}
        aria-hidden="true"
      >
        {done?.copied ? t("action.copied") : t("action.copy")}
      </span>
      {copyables.map(({ name, label, text, primary }) => (
        <button
          key={name}
          type="button"
          class={classOf(primary, done?.copied && done.name === name)}
          aria-label={name}
          disabled={!text}
          onClick={() => text && take(name, text())}
        >
          {label}
        </button>
      ))}
      {done?.copied === false && <p class="copy-failed">{t("action.copyFailed")}</p>}
    </div>
  );
}

const classOf = (primary = false, copied = false) =>
  `button copy${copied ? " is-copied" : primary ? " primary" : ""}`;
