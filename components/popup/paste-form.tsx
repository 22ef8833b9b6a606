import { useEffect, useId, useRef } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import { PASTED_MAX, PASTED_MAX_CHARS } from "../../lib/limits.ts";
import { announce } from "../parts/announcer.tsx";
import type { Pasted, PastedStore } from "./pasted-store.ts";
import { Unrecognized } from "./unrecognized.tsx";

/** How long typing has to pause before the page says who the text mentions, in ms. */
const REST_MS = 500;

export interface PasteFormProps {
  store: PastedStore;
  /** Whether the text is selected at first, so that pasting replaces it. */
  selected: boolean;
}

/** The field for a text, who the text mentions, and the button that looks them up. */
export function PasteForm({ store, selected }: PasteFormProps) {
  const pasted = store.pasted.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    field.current?.focus();
    if (selected) field.current?.select();
  }, []);
  const words = wordsOf(pasted);
  useEffect(() => {
    if (words === undefined) return undefined;
    const timer = setTimeout(() => announce(words), REST_MS);
    return () => clearTimeout(timer);
  }, [words]);
  const count = pasted.state === "read" ? pasted.listed.length : 0;
  const isWrong = pasted.state === "read" ? pasted.over > 0 : pasted.state !== "empty";
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        void store.lookUp();
      }}
    >
      <label for={id}>{t("paste.field")}</label>
      <textarea
        ref={field}
        id={id}
        class="input paste-text"
        spellcheck={false}
        autocomplete="off"
        dir="auto"
        aria-describedby={`${id}-found ${id}-hint`}
        aria-invalid={pasted.state === "too-long"}
        value={store.text.value}
        onInput={({ currentTarget }) => {
          store.write(currentTarget.value);
        }}
      />
      <p id={`${id}-found`} class={isWrong ? "paste-found error" : "paste-found"}>
        {words}
      </p>
      <div class="paste-end">
        <p id={`${id}-hint`} class="hint">
          {t("paste.hint")}
        </p>
        <button
          type="submit"
          class="button primary"
          disabled={count === 0 && pasted.state !== "lost"}
        >
          {count === 0 ? t("paste.lookUp") : t("people.lookUpAll", count, [number(count)])}
        </button>
      </div>
      <Unrecognized store={store} />
    </form>
  );
}

function wordsOf(pasted: Pasted): string | undefined {
  switch (pasted.state) {
    case "empty":
      return undefined;
    case "too-long":
      return t("paste.tooLong", { most: number(PASTED_MAX_CHARS) });
    case "lost":
      return t("onPage.notShown");
    case "read": {
      const { listed, over } = pasted;
      if (listed.length === 0) return t("paste.none");
      const count = listed.length + over;
      const found = t("onPage.count", count, [number(count)]);
      if (over === 0) return found;
      const left = t("paste.over", { most: number(PASTED_MAX), over: number(over) });
      return t("paste.foundAndOver", { found, left });
    }
  }
}
