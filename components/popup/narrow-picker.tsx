import { useEffect, useRef, useState } from "preact/hooks";
import { NARROWABLE_KINDS, type NarrowableKind } from "../../lib/directory/narrowable.ts";
import { t } from "../../lib/i18n.ts";
import { API_ID_MAX_CHARS } from "../../lib/limits.ts";
import { InertText } from "../parts/inert-text.tsx";
import { useFirstFocus } from "../parts/use-first-focus.ts";
import { movedBy } from "./list-keys.ts";
import { ListSkeleton } from "./list-skeleton.tsx";
import {
  isWhole,
  type NarrowableLists,
  type NarrowOption,
  narrowOptions,
} from "./narrow-options.ts";
import type { SearchStore } from "./search-store.ts";
import { useNarrowables } from "./use-narrowables.ts";

export interface NarrowPickerProps {
  store: SearchStore;
  /** Initial text. */
  from: string;
  /** A role or group was chosen, or none: the focus moves to the search field. */
  onDone: () => void;
}

const LIST_ID = "narrowables";
const idOf = (place: number) => `narrowable-${place}`;

/** Chooses the role or group that narrows a search, from those of the zone. */
export function NarrowPicker({ store, from, onDone }: NarrowPickerProps) {
  const [typed, setTyped] = useState(from);
  const [active, setActive] = useState(0);
  const lists = useNarrowables(store);
  const field = useRef<HTMLInputElement>(null);
  useFirstFocus(field, true);
  const text = typed.trim();
  const options = narrowOptions(lists, text);

  function choose({ kind, value, name }: NarrowOption) {
    // Text that was typed in the search field for lack of this one is no longer needed.
    void store.narrow({ kind, value, name }, from === "" ? undefined : "");
    onDone();
  }

  function leave() {
    store.pick(undefined);
    onDone();
  }

  /** @returns whether the list handled the key */
  function pressed(key: string): boolean {
    if (key === "Escape") {
      leave();
      return true;
    }
    const option = options[active];
    if (key === "Enter" && option) {
      choose(option);
      return true;
    }
    const to = movedBy(key, active, options.length);
    if (to !== undefined) setActive(to);
    return to !== undefined;
  }

  return (
    <div class="narrow">
      <div class="narrow-head">
        <input
          ref={field}
          class="input"
          type="text"
          role="combobox"
          aria-label={t("narrow.field")}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={LIST_ID}
          {...(options.length > 0 && { "aria-activedescendant": idOf(active) })}
          placeholder={t("narrow.placeholder")}
          maxLength={API_ID_MAX_CHARS}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            if (!event.isComposing && pressed(event.key)) event.preventDefault();
          }}
        />
        <button type="button" class="link-button" onClick={leave}>
          {t("narrow.cancel")}
        </button>
      </div>
      <NarrowList options={options} active={active} onChoose={choose} />
      <Remarks lists={lists} text={text} isEmpty={options.length === 0} />
    </div>
  );
}

interface NarrowListProps {
  options: readonly NarrowOption[];
  active: number;
  onChoose: (option: NarrowOption) => void;
}

function NarrowList({ options, active, onChoose }: NarrowListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={list}
      id={LIST_ID}
      role="listbox"
      class="results narrow-list"
      aria-label={t("narrow.field")}
    >
      {NARROWABLE_KINDS.filter((kind) => options.some((option) => option.kind === kind)).map(
        (kind) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be in a listbox
          <div key={kind} role="group" aria-labelledby={`narrow-${kind}`}>
            <div id={`narrow-${kind}`} class="narrow-kind" role="presentation">
              {t(`narrow.${kind}`)}
            </div>
            {options.map((option, place) =>
              option.kind === kind ? (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the field, which names the active option
                <div
                  key={option.value}
                  id={idOf(place)}
                  role="option"
                  tabIndex={-1}
                  class="result"
                  aria-selected={place === active}
                  onClick={() => onChoose(option)}
                >
                  <NarrowName option={option} />
                </div>
              ) : null,
            )}
          </div>
        ),
      )}
    </div>
  );
}

function NarrowName({ option: { kind, name, description, typed } }: { option: NarrowOption }) {
  return (
    <>
      <span class="result-email">
        <InertText text={typed ? t(`narrow.typed.${kind}`, { text: name }) : name} whole />
      </span>
      {description !== undefined && (
        <span class="narrow-purpose">
          <InertText text={description} whole />
        </span>
      )}
    </>
  );
}

interface RemarksProps {
  lists: NarrowableLists;
  text: string;
  /** There is nothing to choose. */
  isEmpty: boolean;
}

/** What is missing from the lists, as far as known (docs/certainty.md). */
function Remarks({ lists, text, isEmpty }: RemarksProps) {
  const remarks = NARROWABLE_KINDS.flatMap((kind) => remarkOn(kind, lists) ?? []);
  const isAll = NARROWABLE_KINDS.every((kind) => isWhole(lists[kind]));
  if (isEmpty && isAll) remarks.push(text === "" ? t("narrow.empty") : t("narrow.none", { text }));
  if (isEmpty && remarks.length === 0) return <ListSkeleton />;
  return (
    <div class="narrow-remarks" role="status">
      {remarks.map((remark) => (
        <p key={remark}>
          <InertText text={remark} />
        </p>
      ))}
    </div>
  );
}

function remarkOn(kind: NarrowableKind, lists: NarrowableLists): string | undefined {
  const list = lists[kind];
  if (list === undefined || isWhole(list)) return undefined;
  return list.state === "failed" ? t(`narrow.unlisted.${kind}`) : t(`narrow.more.${kind}`);
}
