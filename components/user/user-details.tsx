import { useContext } from "preact/hooks";
import { Detail, Details } from "../parts/details.tsx";
import { type Extent, isWithin } from "./extent.ts";
import { ThingNames } from "./thing-names.ts";
import type { Told, UserField } from "./user-fields.tsx";

export interface KnownUser extends Omit<Told, "nameOf"> {
  extent: Extent;
}

interface UserDetailsProps extends KnownUser {
  fields: readonly UserField[];
}

/** Some fields of a user, one line each. */
export function UserDetails({ fields, extent, ...known }: UserDetailsProps) {
  const told = { ...known, nameOf: useContext(ThingNames) };
  return (
    <Details>
      {fields.map(({ head, from, value }) => {
        const line = isWithin(from, extent) ? value(told) : undefined;
        return (
          line !== undefined && (
            <Detail key={head} name={head}>
              {line}
            </Detail>
          )
        );
      })}
    </Details>
  );
}
