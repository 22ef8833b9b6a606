import type { Diagnostics } from "../contract/diagnostics.ts";
import { keptFigures } from "../directory/kept-figures.ts";
import { currentPolicy } from "../settings/policy-copy.ts";
import { readSettings } from "../settings/settings.ts";
import type { WorkerBrowser } from "./browser.ts";
import type { Services } from "./services.ts";

/** For support: what the background knows of itself, without anybody in it. */
export async function diagnostics(
  browser: Pick<WorkerBrowser, "storage">,
  { connections, failures }: Pick<Services, "connections" | "failures">,
): Promise<Diagnostics> {
  const { session, local } = browser.storage;
  const connection = await connections.state();
  const { marks = [], subjects = [] } = await readSettings(local);
  const { policy, warnings } = await currentPolicy(local);
  return {
    connection: connection.state,
    ...("keyKind" in connection && { key: { kind: connection.keyKind, way: connection.way } }),
    kept: await keptFigures(session),
    failures: await failures.read(),
    marks: marks.length,
    subjects: subjects.length,
    policy: { keys: Object.keys(policy), warnings: warnings.length },
  };
}
