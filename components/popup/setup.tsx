import { LogoIcon } from "../parts/icons.tsx";
import type { Said } from "../parts/said.ts";

export interface SetupProps {
  said: Said;
  button: string;
  onClick: () => void;
}

/** What the popup shows before anything can be looked up: why, and the one way on. */
export function Setup({ said, button, onClick }: SetupProps) {
  return (
    <div class="setup">
      <LogoIcon />
      <h2>{said.known}</h2>
      <p>{said.next}</p>
      <button type="button" class="button primary" onClick={onClick}>
        {button}
      </button>
    </div>
  );
}
