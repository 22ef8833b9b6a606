import { LockIcon } from "../icons.tsx";
import { unlockTexts } from "../texts.ts";
import { UnlockForm, type UnlockFormProps } from "../unlock-form.tsx";

/** What the popup shows while the key is locked. */
export function Locked({ unlock }: Pick<UnlockFormProps, "unlock">) {
  return (
    <div class="setup">
      <LockIcon />
      <h2>{unlockTexts.heading}</h2>
      <p>{unlockTexts.intro}</p>
      <UnlockForm unlock={unlock} focused />
    </div>
  );
}
