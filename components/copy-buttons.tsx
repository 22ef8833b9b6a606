import { useEffect, useState } from "preact/hooks";
import type { User } from "../lib/keycard/index.ts";
import { announce } from "./announcer.tsx";
import { copyText } from "./copy-text.ts";
import { summaryLine } from "./summary-line.ts";
import { actionTexts } from "./texts.ts";
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
    name: actionTexts.copyEmail,
    label: actionTexts.email,
    text: ({ email = "" }) => inertLine(email),
  },
  { name: actionTexts.copyId, label: actionTexts.id, text: ({ id }) => inertLine(id) },
  { name: actionTexts.copySummary, label: actionTexts.summary, text: summaryLine },
  {
    name: actionTexts.copyJson,
    label: actionTexts.json,
    text: (user) => inertJson(JSON.stringify(user, null, 2)),
  },
];

const isThere = (name: string, { email }: User) =>
  name !== actionTexts.copyEmail || email !== undefined;

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
    announce(copied ? actionTexts.copied : actionTexts.copyFailed);
  }

  return (
    <div class="copy-buttons">
      <span class={done?.copied ? "copy-title is-copied" : "copy-title"} aria-hidden="true">
        {done?.copied ? actionTexts.copied : actionTexts.copy}
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
      {done?.copied === false && <p class="copy-failed">{actionTexts.copyFailed}</p>}
    </div>
  );
}
