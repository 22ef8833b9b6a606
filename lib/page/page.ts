import type { PageSettings } from "../contract/page-settings.ts";
import type { Background } from "./background.ts";
import type { FrameRole } from "./frame-role.ts";
import type { Lifetime } from "./lifetime.ts";
import type { PointerPlace } from "./pointer.ts";

/** What the content script of a frame offers to the parts of it that the background puts in later. */
export interface Page {
  readonly lifetime: Lifetime;
  readonly role: FrameRole;
  readonly background: Background;
  /** Asks the background the first time. */
  settings(): Promise<PageSettings>;
  /** Where the browser's context menu was opened last. */
  menuPlace(): PointerPlace | undefined;
}

declare global {
  /** Set in the content scripts' own world, which the page cannot see. */
  var keycardLookup: Page | undefined;
}
