/** The sandbox's command line. */
import { parseArgs } from "node:util";
import { dialectOf, GENERATIONS, type Generation } from "./generations.ts";
import { INDEX_LIMIT } from "./population/ids.ts";
import { DEFAULT_OPTIONS, type SandboxOptions } from "./state.ts";
import { wholeNumber } from "./whole-number.ts";

/** The result of parsing the command line. */
export type Command =
  | { readonly kind: "start"; readonly options: SandboxOptions }
  | { readonly kind: "help" }
  /** `message` is one sentence that says what is wrong. */
  | { readonly kind: "mistake"; readonly message: string };

export const HELP = `Usage: npm run sandbox -- [options]

  --port N         port on 127.0.0.1 (default: a free one)
  --users N        people in the zone "Acme Support" (default: ${DEFAULT_OPTIONS.users})
  --generation G   how "Acme Support" speaks: ${GENERATIONS.join(", ")} (default: ${DEFAULT_OPTIONS.dialect.generation})
  --strict         "Acme Support" answers 400 to unknown parameters and expansions
  --no-filtering   the same as --generation legacy: list parameters are accepted and ignored
  --latency MS     hold every API reply back (default: ${DEFAULT_OPTIONS.latencyMs})
  --fail CODE      fail every API request with this HTTP status, 400 to 599
  --seed N         other ordinary people; the named ones stay (default: ${DEFAULT_OPTIONS.seed})
  --help           this text
`;

export function readCommandLine(args: readonly string[]): Command {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        users: { type: "string" },
        generation: { type: "string" },
        strict: { type: "boolean" },
        "no-filtering": { type: "boolean" },
        latency: { type: "string" },
        fail: { type: "string" },
        seed: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) return { kind: "help" };
    const number = (
      name: "port" | "users" | "latency" | "fail" | "seed",
      min: number,
      max: number,
    ) => wholeNumber(name, values[name], min, max);
    const generation = readGeneration(values.generation, values["no-filtering"] ?? false);
    const options = {
      ...DEFAULT_OPTIONS,
      port: number("port", 0, 65_535) ?? DEFAULT_OPTIONS.port,
      users: number("users", 0, INDEX_LIMIT) ?? DEFAULT_OPTIONS.users,
      dialect: dialectOf(generation, values.strict ?? false),
      latencyMs: number("latency", 0, 600_000) ?? DEFAULT_OPTIONS.latencyMs,
      fail: number("fail", 400, 599),
      seed: number("seed", 0, 2 ** 32 - 1) ?? DEFAULT_OPTIONS.seed,
    };
    return { kind: "start", options };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: "mistake", message: error.message };
  }
}

function readGeneration(text: string | undefined, isUnfiltered: boolean): Generation {
  const wanted = text ?? (isUnfiltered ? "legacy" : DEFAULT_OPTIONS.dialect.generation);
  const generation = GENERATIONS.find((known) => known === wanted);
  if (generation === undefined)
    throw new Error(`--generation must be one of ${GENERATIONS.join(", ")}, not "${wanted}".`);
  if (isUnfiltered && generation !== "legacy")
    throw new Error(`--no-filtering is --generation legacy, so it can't be "${generation}" too.`);
  return generation;
}
