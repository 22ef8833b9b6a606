import type { KeyKind } from "../../lib/connection/replies.ts";
import { t } from "../../lib/i18n.ts";
import { Choice } from "./choice.tsx";

const KINDS = [
  ["api-key", t("keyKind.api_key"), t("options.connect.apiKeyHint")],
  ["service-account", t("keyKind.service_account"), t("options.connect.serviceAccountHint")],
] as const;

export interface KindChoiceProps {
  kind: KeyKind;
  onChoose: (kind: KeyKind) => void;
}

export function KindChoice({ kind, onChoose }: KindChoiceProps) {
  return (
    <Choice legend={t("options.connect.kind")} choices={KINDS} chosen={kind} onChoose={onChoose} />
  );
}
