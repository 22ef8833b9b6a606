import * as z from "zod/mini";

/**
 * Where a mention comes from if it isn't in the hovered text. The card names it, so that the user can judge: a link's
 * URL, the page's tooltip, a label for screen readers, an attribute, the text next to it.
 */
export const source = z.enum(["link", "tooltip", "label", "data", "beside"]);

export type Source = z.output<typeof source>;
