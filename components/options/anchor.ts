import { createContext } from "preact";

/** Where the options' rail leads: what stands behind # in the page's address, in the order of the page. */
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

/** The anchor of the section in it. */
export const AnchorContext = createContext<Anchor | undefined>(undefined);
