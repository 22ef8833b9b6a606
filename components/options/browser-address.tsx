import { useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { copyText } from "../parts/copy-text.ts";

export interface BrowserAddressProps {
  /** What is at the address; shown before it. */
  caption: string;
  address: string;
  /** What to do there. */
  further?: string;
}

/** An address of the browser itself: a page can't link to it, so it is copied. */
export function BrowserAddress({ caption, address, further }: BrowserAddressProps) {
  const [outcome, setOutcome] = useState("");

  function copy() {
    const what = copyText(address) ? t("action.copied") : t("action.copyFailed");
    setOutcome(what);
    announce(what);
  }

  return (
    <p class="hint browser-address">
      {caption} <code>{address}</code>
      {further !== undefined && ` (${further})`}{" "}
      <button type="button" class="link-button" onClick={copy}>
        {t("options.copyAddress")}
      </button>{" "}
      <span aria-hidden="true">{outcome}</span>
    </p>
  );
}
