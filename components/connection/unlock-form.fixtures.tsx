import { useEffect, useRef } from "preact/hooks";
import type { Fixture } from "../testing/fixture.ts";
import { UnlockForm } from "./unlock-form.tsx";

/** The form after a button was pressed. */
function After({ press }: { press: string }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In the order in which a user would do it: the field has been rendered by then.
    root.current?.querySelector<HTMLButtonElement>(press)?.click();
  }, []);
  return (
    <div ref={root} class="setup setup-form">
      <UnlockForm
        unlock={async () => ({ state: "failed", failure: { why: "wrongPassphrase" } })}
        forget={async () => true}
      />
    </div>
  );
}

export const fixtures: Fixture[] = [
  {
    name: "the key is asked to be removed",
    render: () => <After press=".link-button" />,
    shows: ["Remove the key?", "Remove key", "Cancel"],
  },
  {
    name: "nothing was typed",
    render: () => <After press="[type=submit]" />,
    shows: ["Passphrase", "Enter your passphrase.", "Forgot it? Remove the key…"],
  },
];
