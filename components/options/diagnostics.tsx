import { useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { copyTextLater } from "../parts/copy-text.ts";
import { ReportText } from "./report-text.tsx";

export interface DiagnosticsProps {
  /** Makes the text, as of now. */
  read: () => Promise<string>;
  /** Puts text on the clipboard; tells whether it got there. */
  copy?: (text: string) => Promise<boolean>;
}

/** What support asks for, to be looked at and copied. What was copied is what stands there then. */
export function CopyDiagnostics({ read, copy = copyTextLater }: DiagnosticsProps) {
  const [text, setText] = useState<string | undefined>(undefined);
  const [outcome, setOutcome] = useState("");

  /** @returns the text, or undefined when the background did not answer */
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
  /** What is shown, if it is. */
  text?: string | undefined;
  /** What has come of the last attempt. */
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
