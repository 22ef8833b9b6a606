import { LockIcon } from "./icons.tsx";
import { policyTexts } from "./texts.ts";

/** Stands beside what the organization has set. @param id for the control that it describes */
export function SetByOrganization({ id }: { id?: string }) {
  return (
    <p id={id} class="set-by">
      <LockIcon />
      {policyTexts.set}
    </p>
  );
}
