import { useId } from "preact/hooks";
import type { KeyKind } from "../../lib/directory/replies.ts";
import { keyKindNames, optionsTexts } from "../texts.ts";

const texts = optionsTexts.connect;

const KINDS: [KeyKind, string][] = [
  ["service-account", texts.serviceAccountHint],
  ["api-key", texts.apiKeyHint],
];

export interface KindChoiceProps {
  kind: KeyKind;
  onChoose: (kind: KeyKind) => void;
}

export function KindChoice({ kind, onChoose }: KindChoiceProps) {
  const id = useId();
  return (
    <div role="radiogroup" class="kinds" aria-labelledby={`${id}-legend`}>
      <p id={`${id}-legend`} class="label">
        {texts.kind}
      </p>
      {KINDS.map(([value, hint]) => (
        <div key={value} class="kind">
          <input
            type="radio"
            id={`${id}-${value}`}
            name={id}
            value={value}
            checked={kind === value}
            aria-describedby={`${id}-${value}-hint`}
            onChange={() => onChoose(value)}
          />
          <label for={`${id}-${value}`}>{keyKindNames[value]}</label>
          <p id={`${id}-${value}-hint`} class="hint">
            {hint}
          </p>
        </div>
      ))}
    </div>
  );
}
