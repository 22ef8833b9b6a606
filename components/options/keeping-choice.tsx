import type { Keeping, Way } from "../../lib/credentials/keeping.ts";
import { number, t } from "../../lib/i18n.ts";
import { PASSPHRASE_MIN_CHARS } from "../../lib/limits.ts";
import { SecretField } from "../parts/secret-field.tsx";
import { SetByOrganization } from "../policy/set-by-organization.tsx";
import { Choice } from "./choice.tsx";

/** What is chosen and typed so far. */
export interface KeepingDraft {
  way: Way;
  passphrase: string;
  /** The passphrase again: a typo would lock the key for good. */
  again: string;
}

export const FIRST_KEEPING: KeepingDraft = { way: "device", passphrase: "", again: "" };

const CHOICES = (["device", "session", "passphrase"] as const).map(
  (way) => [way, t(`keeping.ways.${way}`), t(`keeping.hints.${way}`)] as const,
);

/** @returns undefined if the passphrase is too short, or the two entries differ */
export function keepingOf(draft: KeepingDraft): Keeping | undefined {
  const { way, passphrase, again } = draft;
  if (way !== "passphrase") return { way };
  return isShort(draft) || passphrase !== again ? undefined : { way, passphrase };
}

const isShort = ({ passphrase }: KeepingDraft) => passphrase.length < PASSPHRASE_MIN_CHARS;

export interface KeepingChoiceProps {
  draft: KeepingDraft;
  onChange: (draft: KeepingDraft) => void;
  /** Show what is wrong with the passphrase. */
  checked: boolean;
  /** The way that the organization has set, which the draft then uses. */
  prescribed: Way | undefined;
}

/** How to keep the key, and what each way protects against. */
export function KeepingChoice({ draft, onChange, checked, prescribed }: KeepingChoiceProps) {
  return (
    <>
      <Choice
        legend={t("keeping.legend")}
        choices={CHOICES}
        chosen={draft.way}
        onChoose={(way) => onChange({ ...draft, way })}
        disabled={prescribed !== undefined}
      />
      {prescribed !== undefined && <SetByOrganization />}
      {draft.way === "passphrase" && (
        <>
          <p class="hint">{t("keeping.passphraseHint", { least: number(PASSPHRASE_MIN_CHARS) })}</p>
          <SecretField
            label={t("keeping.passphrase")}
            value={draft.passphrase}
            problem={
              checked && isShort(draft)
                ? t("keeping.tooShort", { least: number(PASSPHRASE_MIN_CHARS) })
                : undefined
            }
            onType={(passphrase) => onChange({ ...draft, passphrase })}
          />
          <SecretField
            label={t("keeping.again")}
            value={draft.again}
            problem={
              checked && !isShort(draft) && draft.again !== draft.passphrase
                ? t("keeping.differs")
                : undefined
            }
            onType={(again) => onChange({ ...draft, again })}
          />
        </>
      )}
    </>
  );
}
