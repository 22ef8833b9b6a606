import type { Answer, Query, SearchAnswer } from "../directory/answer.ts";
import type {
  ChooseZoneReply,
  Connection,
  ConnectReply,
  ElsewhereReply,
  ZonesReply,
} from "../directory/replies.ts";
import type { Credential } from "../keycard/index.ts";

/** What the popup was opened for, when a context menu or command could not show a card in the page. */
export type Inspection =
  | { kind: "query"; query: Query }
  /** Free text to put into the search field. */
  | { kind: "search"; text: string };

/** The background as popup, side panel and options see it. Components take it as a prop; tests pass a fake. */
export interface BackgroundApi {
  connection(): Promise<Connection>;
  /** Tries the key at once; on failure what was stored before stays. */
  connect(credential: Credential): Promise<ConnectReply>;
  forgetKey(): Promise<void>;
  zones(): Promise<ZonesReply>;
  chooseZone(zoneId: string): Promise<ChooseZoneReply>;
  /** @param fresh asks the API whatever is kept; else a kept answer may come, marked `stale` when it is old */
  lookUp(query: Query, fresh?: boolean): Promise<Answer>;
  /** Looks for somebody absent here in the other zones that the key reads. */
  lookElsewhere(query: Query): Promise<ElsewhereReply>;
  /** @param after cursor of the former answer, to continue it */
  search(text: string, after?: string): Promise<SearchAnswer>;
  /** What this popup was opened for; given out once. */
  takeInspection(): Promise<Inspection | undefined>;
  /** The person last looked up in a card or menu, for the side panel. */
  lastInspected(): Promise<Query | undefined>;
}
