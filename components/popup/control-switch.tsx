import { useId } from "preact/hooks";
import { InertText } from "../parts/inert-text.tsx";

export interface ControlSwitchProps {
  /** The accessible name: what it turns on and off, including what depends on it. */
  name: string;
  on: boolean;
  disabled?: boolean;
  busy?: boolean;
  /** Visible text next to it. */
  word?: string;
  /** Its accessible description. */
  described?: string | undefined;
  onClick: () => void;
}

/** A switch for the page in the active tab. */
export function ControlSwitch(props: ControlSwitchProps) {
  const { name, on, disabled, busy, word, described, onClick } = props;
  const id = useId();
  return (
    <>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-label={name}
        title={described}
        {...(described !== undefined && { "aria-describedby": id })}
        aria-busy={busy === true}
        disabled={disabled === true}
        onClick={onClick}
      />
      {word !== undefined && (
        <span class="control-word" title={word} aria-hidden="true">
          <InertText text={word} whole />
        </span>
      )}
      {described !== undefined && (
        <span id={id} class="heard-only">
          {described}
        </span>
      )}
    </>
  );
}
