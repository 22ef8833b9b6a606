import { useId } from "preact/hooks";

export interface ChoiceProps<T extends string> {
  legend: string;
  /** The choices, each with its name and a hint. */
  choices: readonly (readonly [value: T, name: string, hint: string])[];
  chosen: T;
  onChoose: (value: T) => void;
  /** The choice isn't the user's to make. */
  disabled?: boolean;
  /** All side by side: each needs little text. */
  narrow?: boolean;
}

/** One of a few choices, as radio buttons in boxes that can be clicked anywhere. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { legend, choices, chosen, onChoose, disabled = false, narrow = false } = props;
  const id = useId();
  return (
    <div
      role="radiogroup"
      class={narrow ? "kinds is-narrow" : "kinds"}
      aria-labelledby={`${id}-legend`}
    >
      <p id={`${id}-legend`} class="label">
        {legend}
      </p>
      {choices.map(([value, name, hint]) => (
        <div key={value} class="kind">
          <input
            type="radio"
            id={`${id}-${value}`}
            name={id}
            value={value}
            checked={chosen === value}
            disabled={disabled}
            aria-describedby={`${id}-${value}-hint`}
            onChange={() => onChoose(value)}
          />
          <label for={`${id}-${value}`}>{name}</label>
          <p id={`${id}-${value}-hint`} class="hint">
            {hint}
          </p>
        </div>
      ))}
    </div>
  );
}
