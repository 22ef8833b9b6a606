import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { MoreIcon } from "./icons.tsx";

export interface MenuItem {
  label: string;
  onChoose: () => void;
}

export interface MenuButtonProps {
  /** The button's visible text. */
  label: string;
  /** The accessible name of the button and its menu. */
  name: string;
  disabled?: boolean;
  items: readonly MenuItem[];
}

/**
 * A button that opens a menu (WAI-ARIA Authoring Practices, "Menu Button"): arrow keys, Home and End move through it, a
 * letter moves to an item that starts with it, Escape returns the focus, Tab and anything else that takes the focus
 * closes it.
 */
export function MenuButton({ label, name, disabled = false, items }: MenuButtonProps) {
  const [at, setAt] = useState<number | undefined>(undefined);
  const isOpen = at !== undefined && !disabled;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isOpen) root.current?.querySelectorAll<HTMLElement>("[role=menuitem]")[at]?.focus();
  }, [isOpen, at]);
  useEffect(() => {
    if (!isOpen) return;
    // Firefox on macOS and Safari don't focus a clicked button, so nothing would lose the focus later.
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && root.current?.contains(target))) setAt(undefined);
    };
    window.addEventListener("pointerdown", onPointerDown);
    return () => window.removeEventListener("pointerdown", onPointerDown);
  }, [isOpen]);

  function close(): void {
    setAt(undefined);
    button.current?.focus();
  }

  function choose({ onChoose }: MenuItem): void {
    close();
    onChoose();
  }

  const last = items.length - 1;
  const steps: Record<string, number> = isOpen
    ? {
        ArrowDown: at === last ? 0 : at + 1,
        ArrowUp: at === 0 ? last : at - 1,
        Home: 0,
        End: last,
      }
    : { ArrowDown: 0, ArrowUp: last };

  function onKeyDown(event: KeyboardEvent): void {
    const { key } = event;
    if (event.isComposing) return;
    const next = Object.hasOwn(steps, key) ? steps[key] : isOpen ? byLetter(key, at) : undefined;
    if (next !== undefined) setAt(next);
    else if (key === "Escape" && isOpen) close();
    // The focus continues from here.
    else if (key === "Tab") setAt(undefined);
    if (next !== undefined || (key === "Escape" && isOpen)) event.preventDefault();
  }

  /** The next item after the current one that starts with the letter. */
  function byLetter(key: string, from: number): number | undefined {
    const order = items.map((_, place) => (from + 1 + place) % items.length);
    return order.find((place) => items[place]?.label.toLowerCase().startsWith(key.toLowerCase()));
  }

  return (
    <div
      ref={root}
      class="menu-button"
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !root.current?.contains(relatedTarget))
          setAt(undefined);
      }}
    >
      <button
        ref={button}
        type="button"
        class="button"
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        disabled={disabled}
        onClick={() => setAt(isOpen ? undefined : 0)}
        onKeyDown={onKeyDown}
      >
        {label}
        <MoreIcon />
      </button>
      {isOpen && (
        <div id={id} class="menu" role="menu" aria-label={name} onKeyDown={onKeyDown}>
          {items.map((item, place) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              class="menu-item"
              tabIndex={-1}
              onPointerMove={() => place !== at && setAt(place)}
              onClick={() => choose(item)}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
