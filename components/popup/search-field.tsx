import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { PASTED_MAX_CHARS, SEARCH_MAX_CHARS } from "../../lib/limits.ts";
import { SearchIcon } from "../parts/icons.tsx";
import { useFirstFocus } from "../parts/use-first-focus.ts";
import { movedBy } from "./list-keys.ts";
import { LISTBOX_ID, type SearchOption } from "./search-options.ts";
import type { SearchStore } from "./search-store.ts";
import { useSlash } from "./use-slash.ts";

export interface SearchFieldProps {
  store: SearchStore;
  field: RefObject<HTMLInputElement | null>;
  /** It takes the focus at first. */
  focused: boolean;
  options: readonly SearchOption[];
  /** The list is shown. */
  expanded: boolean;
  onOpen: (option: SearchOption) => void;
}

/** The search field: a combobox whose list is always open below it (WAI-ARIA APG, combobox with list autocomplete). */
export function SearchField(props: SearchFieldProps) {
  const { store, field, focused, options, expanded, onOpen } = props;
  useFirstFocus(field, focused);
  useLayoutEffect(() => {
    if (focused) field.current?.select();
  }, [store.offered.value]);
  useSlash(() => {
    field.current?.focus();
    field.current?.select();
  });
  const active = options[store.active.value];
  return (
    <div class="search">
      <SearchIcon />
      <input
        ref={field}
        class="input search-input"
        type="text"
        role="combobox"
        aria-label={t("popup.search")}
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={LISTBOX_ID}
        aria-keyshortcuts="/"
        {...(active && { "aria-activedescendant": active.id })}
        placeholder={t("popup.placeholder")}
        maxLength={SEARCH_MAX_CHARS}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={store.text.value}
        onInput={(event) => store.type(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData("text").trim() ?? "";
          // The browser would truncate it, and join two lines into one word.
          if (pasted.length <= SEARCH_MAX_CHARS && !/[\r\n]/.test(pasted)) return;
          event.preventDefault();
          void store.offer(pasted.slice(0, PASTED_MAX_CHARS));
        }}
        onKeyDown={(event) => {
          if (!event.isComposing && pressed(event.key, store, options, onOpen))
            event.preventDefault();
        }}
      />
    </div>
  );
}

/** @returns whether the list, or the field as a whole, handled the key */
function pressed(
  key: string,
  store: SearchStore,
  options: readonly SearchOption[],
  onOpen: SearchFieldProps["onOpen"],
): boolean {
  if (key === "Escape" && store.text.value !== "") {
    store.type("");
    return true;
  }
  if (key === "Escape" && store.narrowed.value) {
    void store.narrow(undefined);
    return true;
  }
  const at = store.active.value;
  if (key === "Enter") {
    const option = options[at];
    if (option) onOpen(option);
    else void store.now();
    return true;
  }
  const to = movedBy(key, at, options.length);
  if (to === undefined) return false;
  store.activate(to);
  return true;
}
