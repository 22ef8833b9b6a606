import { t } from "../../lib/i18n.ts";
import { DataUse, type DataUseProps } from "./data-use.tsx";
import { Section } from "./section.tsx";

/** The start of the first run: the use of data, before there is anything to connect. */
export function FirstRunBegin(props: DataUseProps) {
  return (
    <>
      <p class="first-run-intro">{t("firstRun.intro")}</p>
      <Section heading={t("dataUse.heading")} intro={t("dataUse.intro")}>
        <DataUse {...props} />
      </Section>
    </>
  );
}
