import type { User } from "../keycard/index.ts";
import type { Query } from "../query.ts";

/**
 * Whether a user is the one that was asked for (design, invariant 7): the list endpoint cannot be trusted to have
 * filtered, so every user passes here before anybody sees it.
 */
export function matches(user: User, query: Query): boolean {
  switch (query.kind) {
    case "id":
      return user.id === query.value;
    case "email":
      return isSameEmail(user.email, query.value);
    case "subject":
      return user.subject === query.value;
  }
}

/** Compares without case. Keycard API notes, section 3. */
function isSameEmail(a: string | undefined, b: string): boolean {
  return a !== undefined && a.toLowerCase() === b.toLowerCase();
}

/** Whether free text stands in what the API searches (e-mail, subject), or begins the user's ID. */
export function contains(user: User, text: string): boolean {
  const part = text.toLowerCase();
  return (
    [user.email, user.subject].some((field) => field?.toLowerCase().includes(part)) ||
    user.id.toLowerCase().startsWith(part)
  );
}

/** Newest sign-in first; those who never signed in, or whose time is no date, last. */
export function newestFirst(users: readonly User[]): User[] {
  return [...users].sort((a, b) => signInTime(b) - signInTime(a));
}

function signInTime(user: User): number {
  const time = Date.parse(user.authenticated_at ?? "");
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
