import type { User } from "../../lib/keycard/index.ts";
import { statusOf, verificationOf } from "../user/user-words.ts";
import { Words } from "../user/words.tsx";
import { ResultName } from "./results.tsx";

/** A user in the search field's list. */
export function FoundUser({ user }: { user: User }) {
  return (
    <>
      <ResultName name={user.email ?? user.id} />
      <span class="result-facts">
        <Words fact={statusOf(user)} />
        <Words fact={verificationOf(user)} />
      </span>
    </>
  );
}
