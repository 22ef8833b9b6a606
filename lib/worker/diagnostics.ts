import type { Diagnostics } from "../contract/diagnostics.ts";
import { cacheFigures } from "../directory/cache-figures.ts";
import type { WorkerBrowser } from "./browser.ts";
import type { Services } from "./services.ts";

/** For support: what the background knows about itself, without any person. */
export async function diagnostics(
  browser: Pick<WorkerBrowser, "storage">,
  { settings, connections, failures }: Pick<Services, "settings" | "connections" | "failures">,
): Promise<Diagnostics> {
  const connection = await connections.state();
  const { marks = [], subjects = [] } = await settings.current();
  const { policy, warnings } = await settings.policy();
  return {
    connection: connection.state,
    ...("keyKind" in connection && { key: { kind: connection.keyKind, way: connection.way } }),
    kept: await cacheFigures(browser.storage.session),
    failures: await failures.read(),
    marks: marks.length,
    subjects: subjects.length,
    policy: { keys: Object.keys(policy), warnings: warnings.length },
  };
}
