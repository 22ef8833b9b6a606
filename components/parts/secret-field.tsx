import { useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { Field, type FieldProps } from "./field.tsx";

/** A field whose text is hidden until the user shows it. */
export function SecretField(props: Omit<FieldProps, "kind" | "children">) {
  const [seen, setSeen] = useState(false);
  return (
    <Field {...props} kind={seen ? "text" : "secret"}>
      <button type="button" class="button" onClick={() => setSeen(!seen)}>
        {seen ? t("secret.hide") : t("secret.show")}
      </button>
    </Field>
  );
}
