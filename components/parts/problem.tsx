import { AlertIcon } from "./icons.tsx";
import { InertText } from "./inert-text.tsx";
import type { Said } from "./said.ts";

/** What went wrong with an action on this page; announced at once. */
export function Problem({ said, detail }: { said: Said; detail?: string | undefined }) {
  return (
    <div class="problem" role="alert">
      <AlertIcon />
      <div>
        <p>
          <strong>
            <InertText text={said.known} />
          </strong>{" "}
          {said.next}
        </p>
        {detail !== undefined && (
          <p class="notice-detail">
            <InertText text={detail} />
          </p>
        )}
      </div>
    </div>
  );
}
