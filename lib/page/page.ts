import type { PageSettings } from "../contract/page-settings.ts";
import type { Background } from "./background.ts";
import type { FrameRole } from "./frame-role.ts";
import type { Lifetime } from "./lifetime.ts";
import type { PointerPlace } from "./pointer.ts";

/** What a frame's content script offers to the parts that the background injects later. */
export interface Page {
  readonly lifetime: Lifetime;
  readonly role: FrameRole;
  readonly background: Background;
  /** Asks the background on the first call. */
  settings(): Promise<PageSettings>;
  /** Where the browser's context menu was last opened. */
  menuPlace(): PointerPlace | undefined;
}

declare global {
  /** Set in the content scripts' isolated world, which the page can't see. */
  var keycardLookup: Page | undefined;
}
