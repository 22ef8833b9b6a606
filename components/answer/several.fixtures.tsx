import { useEffect, useRef } from "preact/hooks";
import type { User } from "../../lib/keycard/index.ts";
import type { Fixture } from "../testing/fixture.ts";
import { twins } from "../testing/sample-cases.ts";
import { hostile, zone } from "../testing/sample-users.ts";
import { UserArticle } from "../user/user-article.tsx";
import { Several } from "./several.tsx";

const [one, two, three] = twins;

const of =
  (...users: User[]) =>
  () => (
    <Several users={users} query={{ kind: "email", value: users[0]?.email ?? "" }}>
      {(user) => <UserArticle user={user} zone={zone} asOf={undefined} extent="glance" />}
    </Several>
  );

/** With the first user opened. */
function Opened({ users }: { users: User[] }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector("button")?.click(), []);
  return (
    <div ref={root} class="card-body">
      {of(...users)()}
    </div>
  );
}

export const fixtures: Fixture[] = [
  {
    name: "two who share an address",
    render: of(one, two),
    shows: [
      "2 users share this address",
      "twins@example.com",
      "Northwind SSO",
      "Active",
      "last sign-in 3 days ago",
      "support-agent",
      "Keycard password",
      "Disabled",
      "last sign-in 3 months ago",
    ],
  },
  {
    name: "two of whom only the ID differs",
    render: of(two, three),
    shows: ["…pljme", "…pl0me"],
  },
  {
    name: "many",
    render: of(
      ...Array.from({ length: 12 }, (_, place) => ({
        ...one,
        id: `${place}${one.id}` as typeof one.id,
      })),
    ),
    shows: ["12 users share this address"],
  },
  {
    name: "hostile values",
    render: of(hostile, { ...hostile, id: two.id, credentials: one.credentials ?? [] }),
    shows: ["2 users share this address", "Northwind SSO"],
  },
  {
    name: "one of two, opened",
    render: () => <Opened users={[one, two]} />,
    shows: ["Back to all 2 users", "Active", "Northwind SSO", "Copy summary"],
  },
];
