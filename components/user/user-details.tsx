import { useContext } from "preact/hooks";
import { Detail, Details } from "../parts/details.tsx";
import { type Extent, isWithin } from "./extent.ts";
import { ThingNames } from "./thing-names.ts";
import { type Told, USER_FIELDS } from "./user-fields.tsx";

export interface UserDetailsProps extends Omit<Told, "nameOf"> {
  extent: Extent;
}

/** What is known of a user besides status, verification and roles, in the order people ask for it. */
export function UserDetails({ extent, ...known }: UserDetailsProps) {
  const told = { ...known, nameOf: useContext(ThingNames) };
  return (
    <Details>
      {USER_FIELDS.map(({ head, from, value }) => {
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
