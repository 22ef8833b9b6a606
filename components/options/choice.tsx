import { useId } from "preact/hooks";

export interface ChoiceProps<T extends string> {
  legend: string;
  /** What can be chosen, each with its name and a word about it. */
  choices: readonly (readonly [value: T, name: string, hint: string])[];
  chosen: T;
  onChoose: (value: T) => void;
  /** It has been chosen for the person. */
  disabled?: boolean;
  /** All beside one another: there is little to say of each. */
  narrow?: boolean;
}

/** One of a few, as radio buttons in boxes that can be clicked as a whole. */
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
