import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { type SettingChange, settingChanges, toTake } from "../../lib/settings/settings-changes.ts";
import type { FileSettings } from "../../lib/settings/settings-file.ts";
import { InertText } from "../parts/inert-text.tsx";
import { SetByOrganization } from "../policy/set-by-organization.tsx";
import { settingText } from "./setting-text.ts";

export interface ImportPreviewProps {
  held: FileSettings;
  given: FileSettings;
  policy: Policy;
  /** There is a key, so the zone can be checked. */
  connected: boolean;
  /** @param given only the changes */
  onTake: (given: FileSettings) => void;
  onCancel: () => void;
}

/** What a file would change, shown before anything is changed. */
export function ImportPreview(props: ImportPreviewProps) {
  const { held, given, policy, connected, onTake, onCancel } = props;
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [given]);
  const changes = settingChanges(held, given, { policy, connected });
  const taken = toTake(given, changes);
  const isNothing = Object.keys(taken).length === 0;
  return (
    <section class="preview-changes" aria-labelledby={id}>
      <h3 id={id} ref={title} tabIndex={-1}>
        {changes.length === 0 ? t("options.transfer.same") : t("options.transfer.changes")}
      </h3>
      {changes.length > 0 && (
        <dl class="details">
          {changes.map((change) => (
            <Change key={change.field} change={change} held={held} given={given} />
          ))}
        </dl>
      )}
      <div class="form-end">
        {!isNothing && (
          <button type="button" class="button primary" onClick={() => onTake(taken)}>
            {t("options.transfer.take")}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {t("options.transfer.cancel")}
        </button>
      </div>
    </section>
  );
}

interface ChangeProps {
  change: SettingChange;
  held: FileSettings;
  given: FileSettings;
}

function Change({ change: { field, left }, held, given }: ChangeProps) {
  return (
    <div class="detail">
      <dt>{t(`options.transfer.field.${field}`)}</dt>
      <dd>
        {left === "locked" ? (
          <SetByOrganization />
        ) : left === "no-key" ? (
          t("options.transfer.noKey")
        ) : (
          <>
            {field !== "sites" && (
              <>
                <del>
                  <InertText text={settingText(field, held)} />
                </del>{" "}
                <span class="heard-only">{t("options.transfer.becomes")}</span>{" "}
              </>
            )}
            <ins>
              <InertText text={settingText(field, given, held)} />
            </ins>
          </>
        )}
      </dd>
    </div>
  );
}
