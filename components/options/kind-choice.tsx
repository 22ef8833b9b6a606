import type { KeyKind } from "../../lib/directory/replies.ts";
import { keyKindNames, optionsTexts } from "../texts.ts";
import { Choice } from "./choice.tsx";

const texts = optionsTexts.connect;

const KINDS = [
  ["service-account", keyKindNames["service-account"], texts.serviceAccountHint],
  ["api-key", keyKindNames["api-key"], texts.apiKeyHint],
] as const;

export interface KindChoiceProps {
  kind: KeyKind;
  onChoose: (kind: KeyKind) => void;
}

export function KindChoice({ kind, onChoose }: KindChoiceProps) {
  return <Choice legend={texts.kind} choices={KINDS} chosen={kind} onChoose={onChoose} />;
}
