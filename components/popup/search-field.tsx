import { useEffect, useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { SEARCH_MAX_CHARS } from "../../lib/limits.ts";
import { SearchIcon } from "../icons.tsx";
import { LISTBOX_ID, optionId } from "./results.tsx";
import type { SearchStore } from "./search-store.ts";

export interface SearchFieldProps {
  store: SearchStore;
  /** It takes the focus at first. */
  focused: boolean;
  /** Opens a user of the results; `asOf` is the results' age. */
  onOpen: (user: User, asOf: number) => void;
}

/** The search field: a combobox whose list stands open below (WAI-ARIA APG, combobox with list autocomplete). */
export function SearchField({ store, focused, onOpen }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!focused) return;
    field.current?.focus();
    field.current?.select();
  }, []);
  const results = store.results.value;
  const open = results.state === "found";
  const active = open ? results.users[store.active.value] : undefined;
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
        aria-expanded={open}
        aria-controls={LISTBOX_ID}
        {...(active && { "aria-activedescendant": optionId(active) })}
        placeholder={t("popup.placeholder")}
        maxLength={SEARCH_MAX_CHARS}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={store.text.value}
        onInput={(event) => store.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!event.isComposing && pressed(event.key, store, onOpen)) event.preventDefault();
        }}
      />
    </div>
  );
}

/** @returns whether the key was for the list, or for the field's text as a whole */
function pressed(key: string, store: SearchStore, onOpen: SearchFieldProps["onOpen"]): boolean {
  const results = store.results.value;
  if (key === "Escape" && store.text.value !== "") {
    store.type("");
    return true;
  }
  if (key === "Enter") {
    // While the results of older text stand there, Enter must not open one of them.
    const user = results.state === "found" ? results.users[store.active.value] : undefined;
    if (results.state === "found" && user) onOpen(user, results.asOf);
    else void store.now();
    return true;
  }
  if (results.state !== "found") return false;
  const last = results.users.length - 1;
  const at = store.active.value;
  const moves: Record<string, number> = {
    ArrowDown: at === last ? 0 : at + 1,
    ArrowUp: at === 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const to = moves[key];
  if (to === undefined) return false;
  store.activate(to);
  return true;
}
