import type { DebugLogEntries } from "../../lib/contract/debug-log.ts";

/** The debug log as someone sends it to support: English in every language, a line for each event. */
export function debugLogText(version: string, log: DebugLogEntries): string {
  return [
    "Keycard Lookup debug log",
    `Version: ${version}`,
    `Events: ${log.entries.length}, and ${log.dropped} older ones that are gone`,
    `In private windows: ${log.inPrivate}, not listed`,
    "",
    ...log.entries.map(([ms, { event, ...facts }]) =>
      [
        `${(ms / 1000).toFixed(3).padStart(9)} s`,
        event,
        ...Object.entries(facts).map(([name, value]) => `${name}=${value}`),
      ].join("  "),
    ),
    "",
  ].join("\n");
}
