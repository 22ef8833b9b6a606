import type { Thing } from "../../lib/directory/thing.ts";
import { t } from "../../lib/i18n.ts";
import { InertText } from "../parts/inert-text.tsx";
import type { NameOf } from "../user/thing-names.ts";

/** A thing by its name, with the ID next to it; only the ID until the name is known. */
export function Named({ thing, nameOf }: { thing: Thing; nameOf: NameOf }) {
  const known = nameOf(thing);
  return (
    <>
      {known?.name !== undefined && (
        <>
          <strong>
            <InertText text={known.name} whole />
          </strong>{" "}
        </>
      )}
      <code class="named-id">
        <InertText text={thing.id} whole />
      </code>
      {known?.why !== undefined && <span class="hint"> {t("inspect.noName")}</span>}
    </>
  );
}
