import type { User } from "../keycard/index.ts";
import { emailKey, subjectKey } from "../person-key.ts";
import type { Query } from "../query.ts";

/**
 * Whether a user is the one who was asked for (design, invariant 7). The list endpoint can't be trusted to have
 * filtered, so every user is checked here before anyone sees it.
 */
export function matches(user: User, query: Query): boolean {
  switch (query.kind) {
    case "id":
      return user.id === query.value;
    case "email":
      return user.email !== undefined && emailKey(user.email) === emailKey(query.value);
    case "subject":
      return user.subject !== undefined && subjectKey(user.subject) === subjectKey(query.value);
    case "identifier":
      return user.identifier === query.value;
  }
}

/** Whether free text is part of the e-mail, subject or identifier, or is the start of the user's ID. */
export function contains(user: User, text: string): boolean {
  const part = comparable(text);
  return (
    [user.email, user.subject, user.identifier].some((field) =>
      comparable(field ?? "").includes(part),
    ) || comparable(user.id).startsWith(part)
  );
}

function comparable(text: string): string {
  return text.toLowerCase().normalize("NFC");
}

/** Sorts by newest sign-in; users who never signed in, or whose time isn't a date, come last. */
export function newestFirst(users: readonly User[]): User[] {
  return [...users].sort((a, b) => signInTime(b) - signInTime(a));
}

function signInTime(user: User): number {
  const time = Date.parse(user.authenticated_at ?? "");
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
