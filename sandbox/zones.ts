/** The zones of the sandbox: the same IDs and slugs on every run, whatever the seed. */
import { type Dialect, dialectOf } from "./generations.ts";

type LoginFlow = "default" | "identifier_first";

/** How people sign in to a zone. */
export type SignIn =
  /** With e-mail address and password, or with the provider that an application names. */
  | { readonly way: "password"; readonly flow: LoginFlow; readonly requiresInvitation: boolean }
  /** With the nth of the zone's providers. */
  | { readonly way: "provider"; readonly flow: LoginFlow; readonly provider: number };

/** A zone before the server starts; the control interface changes copies of it. */
export interface ZoneSettings {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description?: string;
  /** RFC 3339. */
  readonly createdAt: string;
  /** Number of people, unless set on the command line. */
  readonly users: number;
  readonly dialect: Dialect;
  /**
   * Whether `GET .../users/{id}` supports `expand[]=role-assignments` although its generation is older than that;
   * "groups": whether it supports only `expand[]=groups`, and nothing about roles.
   */
  readonly retrieveExpands: boolean | "groups";
  /** Whether users have a status while the zone is a legacy one. Since "documented" they have one anyway. */
  readonly reportsStatus: boolean;
  /** A forbidden zone exists but answers 403 to every key. */
  readonly forbidden: boolean;
  readonly signIn: SignIn;
}

/** The organization that owns all zones. */
export const ORGANIZATION_ID = "0rg4n1zat10nacme5upp0rt26x";

/** The main zone: `--users` sets its size, `--generation` and `--strict` its dialect. */
export const ACME: ZoneSettings = {
  id: "acme5upp0rtz0ne7k2m9q4x1v8",
  slug: "acme-support",
  name: "Acme Support",
  description: "Customers and staff who sign in to the support tools",
  createdAt: "2024-02-12T09:00:00.000Z",
  users: 250,
  dialect: dialectOf("today"),
  retrieveExpands: true,
  reportsStatus: true,
  forbidden: false,
  signIn: { way: "password", requiresInvitation: true, flow: "default" },
};

/** No filtering, fewer than 100 users: the one page is the whole directory. Its `retrieve` takes no parameters. */
export const SMALL_LEGACY: ZoneSettings = {
  id: "sma11legacyz0ne3h8d5t0w6b2",
  slug: "small-legacy",
  name: "Small legacy",
  description: `<b onclick="alert(1)">Old</b> &amp; small`,
  createdAt: "2024-03-04T09:00:00.000Z",
  users: 60,
  dialect: dialectOf("legacy"),
  retrieveExpands: false,
  reportsStatus: true,
  forbidden: false,
  signIn: { way: "provider", provider: 0, flow: "default" },
};

/** No filtering, more than 100 users: an e-mail address that isn't in the list is inconclusive. */
export const LARGE_LEGACY: ZoneSettings = {
  id: "1argelegacyz0ne9p4r7c2n5j6",
  slug: "large-legacy",
  name: "Large legacy",
  createdAt: "2024-04-22T09:00:00.000Z",
  users: 140,
  dialect: dialectOf("legacy"),
  retrieveExpands: true,
  reportsStatus: true,
  forbidden: false,
  signIn: { way: "provider", provider: 1, flow: "identifier_first" },
};

/** A zone that no key can read, and that `GET /zones` therefore never lists. */
export const FORBIDDEN: ZoneSettings = {
  id: "f0rb1ddenz0ne5y3u8g1s6l4a7",
  slug: "forbidden",
  name: "Forbidden",
  createdAt: "2024-05-13T09:00:00.000Z",
  users: 10,
  dialect: dialectOf("documented"),
  retrieveExpands: true,
  reportsStatus: true,
  forbidden: true,
  signIn: { way: "password", requiresInvitation: false, flow: "default" },
};

/** Every usual zone, in the order of `GET /zones`; `generation-zones.ts` has the others. */
export const ZONES: readonly ZoneSettings[] = [ACME, SMALL_LEGACY, LARGE_LEGACY, FORBIDDEN];

/** The ID of a zone that doesn't exist. */
export const ABSENT_ZONE_ID = "n0suchz0ne0a1b2c3d4e5f6g7h";
