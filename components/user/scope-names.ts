import { createContext } from "preact";
import type { RoleAssignment } from "../../lib/keycard/index.ts";

/** What a role is held on is called, where that is known. Only the side panel asks for it. */
export type ScopeName = (scope: NonNullable<RoleAssignment["scope"]>) => string | undefined;

export const ScopeNames = createContext<ScopeName>(() => undefined);
