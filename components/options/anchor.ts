import { createContext } from "preact";

/** The targets of the options page's navigation: URL fragments, in page order. */
export const ANCHORS = [
  "connection",
  "sites",
  "card",
  "underlines",
  "ids",
  "console",
  "appearance",
  "transfer",
  "about",
] as const;

export type Anchor = (typeof ANCHORS)[number];

/** The anchor of the section around it. */
export const AnchorContext = createContext<Anchor | undefined>(undefined);
