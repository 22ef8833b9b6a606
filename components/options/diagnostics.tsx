import { useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { copyTextLater } from "../parts/copy-text.ts";
import { ReportText } from "./report-text.tsx";

export interface DiagnosticsProps {
  /** Creates the text from the current state. */
  read: () => Promise<string>;
  /** Puts text on the clipboard; resolves to whether it worked. */
  copy?: (text: string) => Promise<boolean>;
}

/** What support asks for, to view and to copy. After a copy, exactly that text is shown. */
export function CopyDiagnostics({ read, copy = copyTextLater }: DiagnosticsProps) {
  const [text, setText] = useState<string | undefined>(undefined);
  const [outcome, setOutcome] = useState("");

  /** @returns the text, or undefined if the background didn't answer */
  async function renew(): Promise<string | undefined> {
    const now = await read().catch(() => undefined);
    setText(now);
    if (now === undefined) say(t("options.diagnostics.unread"));
    return now;
  }

  async function take() {
    const now = await renew();
    if (now !== undefined) say(t((await copy(now)) ? "action.copied" : "action.copyFailed"));
  }

  function say(what: string) {
    setOutcome(what);
    announce(what);
  }

  return (
    <DiagnosticsView
      text={text}
      outcome={outcome}
      onCopy={() => void take()}
      onShow={() => (text === undefined ? void renew() : setText(undefined))}
    />
  );
}

export interface DiagnosticsViewProps {
  /** The text that is shown, if any. */
  text?: string | undefined;
  /** The result of the last attempt. */
  outcome: string;
  onCopy: () => void;
  onShow: () => void;
}

export function DiagnosticsView({ text, outcome, onCopy, onShow }: DiagnosticsViewProps) {
  return (
    <div class="diagnostics">
      <h3>{t("options.diagnostics.heading")}</h3>
      <p class="hint">{t("options.diagnostics.hint")}</p>
      <div class="form-end">
        <button type="button" class="button" onClick={onCopy}>
          {t("options.diagnostics.copy")}
        </button>
        <button type="button" class="button" aria-expanded={text !== undefined} onClick={onShow}>
          {t("options.diagnostics.show")}
        </button>
        <span aria-hidden="true">{outcome}</span>
      </div>
      <ReportText text={text} />
    </div>
  );
}
