import { useEffect, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import type { User } from "../lib/keycard/index.ts";
import { announce } from "./announcer.tsx";
import { copyText } from "./copy-text.ts";
import { summaryLine } from "./summary-line.ts";
import { inertJson, inertLine } from "./unseen.ts";

/** How long "Copied" stands, in ms. */
const SHOWN_MS = 1_800;

interface Copyable {
  name: string;
  label: string;
  /** Made on the click: a record may be large. What is copied is what was seen, so nothing unseen comes along. */
  text: (user: User) => string;
}

const COPYABLES: Copyable[] = [
  {
    name: t("action.copyEmail"),
    label: t("action.email"),
    text: ({ email = "" }) => inertLine(email),
  },
  { name: t("action.copyId"), label: t("action.id"), text: ({ id }) => inertLine(id) },
  { name: t("action.copySummary"), label: t("action.summary"), text: summaryLine },
  {
    name: t("action.copyJson"),
    label: t("action.json"),
    text: (user) => inertJson(JSON.stringify(user, null, 2)),
  },
];

const isThere = (name: string, { email }: User) =>
  name !== t("action.copyEmail") || email !== undefined;

export interface CopyButtonsProps {
  user: User;
  /** Puts text on the clipboard; tells whether it got there. */
  copy?: (text: string) => boolean;
}

export function CopyButtons({ user, copy = copyText }: CopyButtonsProps) {
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
      <span class={done?.copied ? "copy-title is-copied" : "copy-title"} aria-hidden="true">
        {done?.copied ? t("action.copied") : t("action.copy")}
      </span>
      {COPYABLES.map(({ name, label, text }) => (
        <button
          key={name}
          type="button"
          class={done?.copied && done.name === name ? "button copy is-copied" : "button copy"}
          aria-label={name}
          disabled={!isThere(name, user)}
          onClick={() => take(name, text(user))}
        >
          {label}
        </button>
      ))}
      {done?.copied === false && <p class="copy-failed">{t("action.copyFailed")}</p>}
    </div>
  );
}
