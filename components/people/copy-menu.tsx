import { useEffect, useState } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { copyText } from "../parts/copy-text.ts";
import { MenuButton } from "../parts/menu-button.tsx";
import { copiedAddresses, copiedTable } from "./copied-table.ts";
import type { Row } from "./row.ts";
import { type TableFormat, tableText } from "./table-text.ts";
import type { People } from "./use-people.ts";

const FORMATS: TableFormat[] = ["Markdown", "CSV", "TSV"];

/** How long "Copied" is shown, in ms. */
const SHOWN_MS = 1_800;

/** Copies the lines that are shown, one per person. Before anyone was looked up there is nothing to copy about them. */
export function CopyMenu({ people }: { people: People }) {
  const { shown, beside, isLookedUp } = people;
  const [outcome, setOutcome] = useState<"copied" | "refused" | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const take = (textOf: (rows: readonly Row[]) => string) => () => {
    const isCopied = copyText(textOf(shown));
    setOutcome(isCopied ? "copied" : "refused");
    announce(
      isCopied ? t("people.copied", shown.length, [number(shown.length)]) : t("action.copyFailed"),
    );
  };
  const label = {
    none: t("action.copy"),
    copied: t("action.copied"),
    refused: t("people.notCopied"),
  }[outcome ?? "none"];
  return (
    <MenuButton
      label={label}
      name={t("people.copy")}
      disabled={!isLookedUp || shown.length === 0}
      items={[
        ...FORMATS.map((format) => ({
          label: t("people.copyAs", { format }),
          onChoose: take((rows) => tableText(copiedTable(rows, beside), format)),
        })),
        {
          label: t("people.copyAddresses"),
          onChoose: take((rows) => tableText(copiedAddresses(rows), "TSV")),
        },
      ]}
    />
  );
}
