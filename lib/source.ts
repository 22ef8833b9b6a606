import * as z from "zod/mini";

/**
 * What a mention was read from where the text that is pointed at doesn't say it. The card names it, so that a reader can
 * judge: a link's address, what the page's tooltip says, a label for screen readers, an attribute, the text beside it.
 */
export const source = z.enum(["link", "tooltip", "label", "data", "beside"]);

export type Source = z.output<typeof source>;
