import { SearchX } from "lucide";
import type { ComponentChildren } from "preact";
import { AlertIcon, iconOf, UnsureIcon } from "./icons.tsx";
import { InertText } from "./inert-text.tsx";
import type { Said } from "./said.ts";

/** The magnifying glass alone is the search field's icon. */
const NobodyIcon = iconOf(SearchX);

const icons = { absent: NobodyIcon, unsure: UnsureIcon, failed: AlertIcon };

export interface NoticeProps {
  kind: keyof typeof icons;
  said: Said;
  /** The API's own message. */
  detail?: string | undefined;
  /** The one thing to do next, as a button. */
  children?: ComponentChildren;
}

/** An answer that isn't a user: what is known, and what to do next. */
export function Notice({ kind, said, detail, children }: NoticeProps) {
  const KindIcon = icons[kind];
  return (
    <div class={`notice notice-${kind}`}>
      <span class="notice-icon">
        <KindIcon />
      </span>
      <div class="notice-words">
        <p class="notice-known">
          <InertText text={said.known} />
        </p>
        <p>
          <InertText text={said.next} />
        </p>
        {detail !== undefined && (
          <p class="notice-detail">
            <InertText text={detail} />
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
