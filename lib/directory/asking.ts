import type {
  KeycardClient,
  ListUsersParams,
  Page,
  User,
  UserId,
  ZoneId,
} from "../keycard/index.ts";
import { LIST_PAGE_MAX } from "../limits.ts";
import { eachOnce } from "./each-once.ts";
import type { StepDown } from "./step-down.ts";
import type { AskOptions, CallResult, Traffic } from "./traffic/traffic.ts";
import { type Contract, judge } from "./zone-contract.ts";
import type { ZoneMemory } from "./zone-memory.ts";

/** Pages that an e-mail or subject query is followed for; beyond that the answer is inconclusive. */
export const MATCH_PAGES_MAX = 5;

/** What asking one zone takes. */
export interface AskParts {
  client: KeycardClient;
  zone: ZoneId;
  traffic: Traffic;
  memory: ZoneMemory;
  stepDown: StepDown;
  /** ms since the epoch */
  now: () => number;
}

/** What a list call showed: its users over all pages that were followed, and what it says of the zone. */
export interface Listed {
  users: User[];
  contract: Contract;
  /** Cursor of what was not followed any more. */
  after: string | undefined;
}

/** Whoever is missing from such a list may be one of those that cannot be read. */
const UNREAD = {
  why: "invalidReply",
  message: "The API's list holds somebody who cannot be read.",
} as const;

/**
 * Lists users, and learns from the reply whether the zone filters.
 *
 * @param isLetThrough whether the filter that was sent lets a user through
 * @param pages how many pages are followed at most
 */
export async function list(
  { client, zone, traffic, memory, stepDown }: AskParts,
  params: ListUsersParams,
  isLetThrough: (user: User) => boolean,
  options: AskOptions,
  pages = MATCH_PAGES_MAX,
): Promise<CallResult<Listed>> {
  const users: User[] = [];
  let { after } = params;
  for (let page = 0; ; page++) {
    const reply: CallResult<Page<User>> = await traffic.run(
      () =>
        stepDown(
          "list",
          (ask) =>
            client.listUsers(
              zone,
              {
                ...params,
                ...(params.ids === undefined && { limit: LIST_PAGE_MAX }),
                ...(after !== undefined && { after }),
              },
              { ask, signal: options.signal },
            ),
          options,
        ),
      options,
    );
    if (!reply.ok) return reply;
    if (reply.value.unread > 0) return { ok: false, error: UNREAD };
    users.push(...reply.value.items);
    const contract = judge(reply.value, isLetThrough);
    // An empty reply teaches nothing: a zone that ignores its parameters may still apply this one filter.
    if (reply.value.items.length > 0 && contract !== "unclear" && !options.isPrivate)
      await memory.learn(contract, reply.value);
    after = contract === "filters" ? reply.value.after : undefined;
    if (after === undefined || page + 1 >= pages)
      return { ok: true, value: { users: eachOnce(users), contract, after } };
  }
}

/** One user by ID. */
export function retrieve(
  { client, zone, traffic, stepDown }: AskParts,
  id: UserId,
  options: AskOptions,
): Promise<CallResult<User>> {
  const { signal } = options;
  return traffic.run(
    () => stepDown("retrieve", (ask) => client.retrieveUser(zone, id, { ask, signal }), options),
    options,
  );
}
