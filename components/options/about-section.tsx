import { useCallback } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Environment } from "../../lib/environment.ts";
import { t } from "../../lib/i18n.ts";
import { Detail, Details } from "../parts/details.tsx";
import { DebugLog, type DebugLogProps } from "./debug-log.tsx";
import { CopyDiagnostics } from "./diagnostics.tsx";
import { diagnosticsText } from "./diagnostics-text.ts";
import { Section } from "./section.tsx";

export interface About {
  version: string;
  /** The one origin that this build sends requests to. */
  apiOrigin: string;
  /** What the browser reports now. */
  environment: () => Promise<Environment>;
}

export interface AboutSectionProps {
  about: About;
  background: Pick<BackgroundApi, "diagnostics"> & DebugLogProps["background"];
  shortcut: () => Promise<string | undefined>;
}

export function AboutSection({ about, background, shortcut }: AboutSectionProps) {
  const read = useCallback(
    async () =>
      diagnosticsText({
        ...about,
        shortcut: await shortcut(),
        environment: await about.environment(),
        diagnostics: await background.diagnostics(),
        now: Date.now(),
      }),
    [about, background, shortcut],
  );
  return (
    <Section heading={t("options.about.heading")}>
      <Details>
        <Detail name={t("options.about.version")}>{about.version}</Detail>
        <Detail name={t("options.about.api")}>
          <code>{about.apiOrigin}</code>
        </Detail>
      </Details>
      <p class="hint">{t("options.about.apiHint")}</p>
      <CopyDiagnostics read={read} />
      <DebugLog background={background} version={about.version} />
    </Section>
  );
}
