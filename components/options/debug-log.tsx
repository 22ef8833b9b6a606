import { useEffect, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { DebugLogReading } from "../../lib/contract/debug-log.ts";
import { t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { copyTextLater } from "../parts/copy-text.ts";
import { debugLogText } from "./debug-log-text.ts";
import { ReportText } from "./report-text.tsx";

export interface DebugLogProps {
  background: Pick<BackgroundApi, "debugLog" | "turnDebugLog" | "clearDebugLog">;
  version: string;
  /** Puts text on the clipboard; resolves to whether it worked. */
  copy?: (text: string) => Promise<boolean>;
}

/** Turns the debug log on and off, and copies it. The copied text is shown. */
export function DebugLog({ background, version, copy = copyTextLater }: DebugLogProps) {
  const [isOn, setIsOn] = useState(false);
  const [text, setText] = useState<string | undefined>(undefined);
  const [outcome, setOutcome] = useState("");

  function take(reading: DebugLogReading): void {
    setIsOn(reading.state === "on");
  }

  useEffect(() => {
    void background.debugLog().then(take, () => undefined);
  }, [background]);

  async function copyLog(): Promise<void> {
    const reading = await background.debugLog();
    take(reading);
    if (reading.state === "off") return;
    const now = debugLogText(version, reading);
    setText(now);
    say(t((await copy(now)) ? "action.copied" : "action.copyFailed"));
  }

  async function change(changed: Promise<void>, said: string): Promise<void> {
    await changed;
    take(await background.debugLog());
    setText(undefined);
    say(said);
  }

  function say(what: string): void {
    setOutcome(what);
    announce(what);
  }

  const carryOut = (work: Promise<void>) =>
    void work.catch(() => say(t("options.diagnostics.unread")));

  return (
    <DebugLogView
      isOn={isOn}
      text={text}
      outcome={outcome}
      onTurn={(on) =>
        carryOut(
          change(
            background.turnDebugLog({ on }),
            on ? t("options.debugLog.on") : t("options.debugLog.off"),
          ),
        )
      }
      onCopy={() => carryOut(copyLog())}
      onClear={() => carryOut(change(background.clearDebugLog(), t("options.debugLog.cleared")))}
    />
  );
}

export interface DebugLogViewProps {
  isOn: boolean;
  /** The copied text, if any. */
  text?: string | undefined;
  /** The result of the last attempt. */
  outcome: string;
  onTurn: (on: boolean) => void;
  onCopy: () => void;
  onClear: () => void;
}

export function DebugLogView(props: DebugLogViewProps) {
  const { isOn, text, outcome, onTurn, onCopy, onClear } = props;
  return (
    <div class="diagnostics">
      <h3>{t("options.debugLog.heading")}</h3>
      <p class="hint">{t("options.debugLog.hint")}</p>
      <div class="form-end">
        {isOn && (
          <>
            <button type="button" class="button" onClick={onCopy}>
              {t("options.debugLog.copy")}
            </button>
            <button type="button" class="button" onClick={onClear}>
              {t("options.debugLog.clear")}
            </button>
          </>
        )}
        <button type="button" class="button" onClick={() => onTurn(!isOn)}>
          {isOn ? t("options.debugLog.turnOff") : t("options.debugLog.turnOn")}
        </button>
        <span aria-hidden="true">{outcome}</span>
      </div>
      <ReportText text={text} />
    </div>
  );
}
