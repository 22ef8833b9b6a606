import { useState } from "preact/hooks";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { Field } from "../parts/field.tsx";

export interface ZoneByIdProps {
  current: ZoneRef | undefined;
  busy: boolean;
  onChoose: (zoneId: string) => void;
}

/** For keys that can't list zones: a field for the zone's ID. */
export function ZoneById({ current, busy, onChoose }: ZoneByIdProps) {
  const [id, setId] = useState(current?.id ?? "");
  const [problem, setProblem] = useState<string>();
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const typed = id.trim();
        setProblem(typed === "" ? t("options.zone.empty") : undefined);
        if (typed !== "") onChoose(typed);
      }}
    >
      <p class="hint">{t("options.zone.unlisted")}</p>
      <Field
        label={t("options.zone.label")}
        value={id}
        onType={setId}
        problem={problem}
        kind="combobox"
      >
        <button type="submit" class="button" disabled={busy}>
          {t("options.zone.use")}
        </button>
      </Field>
    </form>
  );
}
