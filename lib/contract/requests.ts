import { FROM_CONTENT_SCRIPTS } from "./content-scripts.ts";
import { FROM_EXTENSION_PAGES } from "./extension-pages.ts";
import type { ParamsOf, ReplyOf } from "./message.ts";

/**
 * Every message that the background accepts. Everything else is refused. requests.test.ts has a snapshot of who can
 * send which.
 */
export const REQUESTS = { ...FROM_EXTENSION_PAGES, ...FROM_CONTENT_SCRIPTS };

export type RequestName = keyof typeof REQUESTS;

/** The background's handler for each message. */
export type Handlers<Sender> = {
  [N in RequestName]: (
    params: ParamsOf<(typeof REQUESTS)[N]>,
    sender: Sender,
  ) => Promise<ReplyOf<(typeof REQUESTS)[N]>>;
};
