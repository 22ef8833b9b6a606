import type { JSONReport, JSONReportSpec, JSONReportSuite } from "@playwright/test/reporter";

/** A test that failed, and in which runs. */
export interface Failure {
  /** File, line and title. */
  name: string;
  runs: { run: number; message: string; trace: string | undefined }[];
}

/** Every test that failed in any run, in the order of the first report that has it. */
export function failuresIn(reports: readonly { run: number; report: JSONReport }[]): Failure[] {
  const failures = new Map<string, Failure>();
  const note = (name: string, run: number, message: string, trace?: string) => {
    const failure = failures.get(name) ?? { name, runs: [] };
    failure.runs.push({ run, message: firstLine(message), trace });
    failures.set(name, failure);
  };
  for (const { run, report } of reports) {
    for (const { message = "no reason given" } of report.errors)
      note("(outside of any test)", run, message);
    for (const spec of report.suites.flatMap(specsIn)) {
      const results = spec.tests.flatMap(({ results }) => results);
      const failed = results.find(({ status }) => status !== "passed" && status !== "skipped");
      if (!failed) continue;
      const trace = failed.attachments.find(({ name }) => name === "trace")?.path;
      note(
        `${spec.file}:${spec.line} › ${spec.title}`,
        run,
        failed.error?.message ?? failed.status ?? "failed",
        trace,
      );
    }
  }
  return [...failures.values()];
}

function specsIn({ specs, suites = [] }: JSONReportSuite): JSONReportSpec[] {
  return [...specs, ...suites.flatMap(specsIn)];
}

function firstLine(message: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal color codes.
  return message.replace(/\u001B\[[\d;]*m/g, "").split("\n")[0] ?? "";
}
