// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import type { User, Way } from "../../lib/keycard/index.ts";
import { ada } from "../testing/sample-users.ts";
import { clear, page, show } from "../testing/test-page.ts";
import { type NameOf, ThingNames } from "./thing-names.ts";
import { UserDetails } from "./user-details.tsx";
import { FURTHER_KNOWN_FIELDS } from "./user-fields.tsx";
import { WaysIn } from "./ways-in.tsx";

afterEach(clear);

const called =
  (names: Record<string, string>): NameOf =>
  (thing) => ({ ...thing, ...(names[thing.id] && { name: names[thing.id] }) });

const through = (provider_id: string | null, issuer: string): Way => ({
  type: "federation",
  provider_id,
  issuer,
});

/** The issuers that are shown, in order. */
const issuers = () =>
  [...page.querySelectorAll("dt")].flatMap((term) =>
    term.textContent === "Issuer" ? (term.nextElementSibling?.textContent ?? "") : [],
  );

async function ways(of: Way[], names: Record<string, string>) {
  await show(
    <ThingNames.Provider value={called(names)}>
      <WaysIn ways={of} />
    </ThingNames.Provider>,
  );
  return issuers();
}

it("shows the issuer next to a provider only if it adds to the name", async () => {
  const one = through("p1", "https://id.acme.example/");
  const other = through("p2", "https://id.other.example/");
  expect(await ways([one, other], { p1: "Acme", p2: "Other" })).toEqual([]);
  expect(await ways([one, other], { p1: "Acme", p2: "Acme" })).toEqual([one.issuer, other.issuer]);
  expect(await ways([one, other], { p1: "Acme" })).toEqual([other.issuer]);
  expect(await ways([one, { ...one }], { p1: "Acme" })).toEqual([]);
  const deleted = through(null, "https://old.example/");
  expect(await ways([one, deleted], { p1: "Acme" })).toEqual([deleted.issuer]);
});

it("shows the record's own issuer if the ways aren't listed and its provider has no name", async () => {
  const draw = async (user: User, names: Record<string, string>) => {
    await show(
      <ThingNames.Provider value={called(names)}>
        <UserDetails
          user={user}
          zone={undefined}
          asOf={undefined}
          extent="record"
          fields={FURTHER_KNOWN_FIELDS}
        />
      </ThingNames.Provider>,
    );
    return issuers();
  };
  expect(await draw(ada, {})).toEqual([ada.issuer]);
  expect(await draw(ada, { [ada.provider_id ?? ""]: "Google" })).toEqual([]);
  const elsewhere = { ...ada, credentials: [through("p1", "https://id.acme.example/")] };
  expect(await draw(elsewhere, { p1: "Acme" })).toEqual([ada.issuer]);
});

it("shows the record's subject next to the way it belongs to, once", async () => {
  const way = { ...through("p1", "https://id.acme.example/"), subject: ada.subject };
  const subjects = async (credentials: Way[]) => {
    await show(
      <UserDetails
        user={{ ...ada, credentials }}
        zone={undefined}
        asOf={undefined}
        extent="record"
        fields={FURTHER_KNOWN_FIELDS}
      />,
    );
    return [...page.querySelectorAll("dt")].filter(
      ({ textContent }) => textContent === "Identity provider ID",
    );
  };
  expect(await subjects([way])).toHaveLength(0);
  expect(await subjects([{ ...way, subject: "other" }])).toHaveLength(1);
  await show(<WaysIn ways={[way]} />);
  expect(page.textContent).toContain(`Identity provider ID${ada.subject}`);
});
