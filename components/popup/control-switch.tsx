import { useId } from "preact/hooks";
import { InertText } from "../parts/inert-text.tsx";

export interface ControlSwitchProps {
  /** What is switched, with whatever is switched by it. */
  name: string;
  on: boolean;
  disabled?: boolean;
  busy?: boolean;
  /** Beside it, for those who see it. */
  word?: string;
  /** What is read out with it. */
  described?: string | undefined;
  onClick: () => void;
}

/** A switch of the page in front. */
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
