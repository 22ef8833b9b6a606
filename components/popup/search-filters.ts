import { compare, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { noRolesOf, statusOf, verificationOf } from "../user/user-words.ts";
import type { Choice, Filters } from "./choice.ts";

export type FilterName = keyof Filters;

/** The choices: the values in which the users found differ. */
export type FilterChoices = Record<FilterName, string[]>;

/** Values, mostly of roles, that someone can look through. */
const CHOICES_MAX = 100;

const rolesOf = ({ role_assignments = [] }: User) =>
  role_assignments.map((role) => role.role_identifier);

const valuesOf: Record<FilterName, (user: User) => string[]> = {
  status: (user) => [statusOf(user).word],
  verification: (user) => [verificationOf(user).word],
  // Users without a role, or without a known one, aren't left out silently.
  role: (user) => {
    const none = noRolesOf(user);
    return none ? [t(`user.${none}`)] : rolesOf(user);
  },
};

/** In display order. */
export const FILTER_NAMES = Object.keys(valuesOf) as FilterName[];

/** Users that match all filters. */
export function choiceOf(filters: Filters): Choice {
  const fits = (user: User) =>
    FILTER_NAMES.every((name) => {
      const chosen = filters[name];
      return chosen === undefined || valuesOf[name](user).includes(chosen);
    });
  return { filters, fits };
}

/** A filter is offered if it would exclude someone; a chosen one stays, so that it can be removed. */
export function filterChoices(users: readonly User[], filters: Filters): FilterChoices {
  const of = (name: FilterName) => {
    const values = [...new Set(users.flatMap(valuesOf[name]))].sort(compare).slice(0, CHOICES_MAX);
    const tells = values.some((value) =>
      users.some((user) => !valuesOf[name](user).includes(value)),
    );
    const chosen = filters[name];
    if (chosen === undefined) return tells ? values : [];
    return values.includes(chosen) ? values : [chosen, ...values];
  };
  return { status: of("status"), verification: of("verification"), role: of("role") };
}
