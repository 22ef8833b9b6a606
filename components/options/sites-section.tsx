import { useEffect, useState } from "preact/hooks";
import { messageWord, t } from "../../lib/i18n.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import type { Site } from "../../lib/sites/sites.ts";
import { announce } from "../parts/announcer.tsx";
import { Field } from "../parts/field.tsx";
import { type OpenSites, type SiteActions, siteName } from "../sites/site-actions.ts";
import { BrowserAddress } from "./browser-address.tsx";
import { browserAddresses } from "./browser-addresses.ts";
import { OffInTabs } from "./off-in-tabs.tsx";
import { PolicySites } from "./policy-sites.tsx";
import { Section } from "./section.tsx";
import { SiteList } from "./site-list.tsx";
import { useOpenSites } from "./use-open-sites.ts";
import { WellKnownTools } from "./well-known-tools.tsx";

export interface SitesSectionProps {
  sites: SiteActions & OpenSites;
  /** The shortcut for lookups without a pointer, as set in the browser; undefined if none. */
  shortcut: () => Promise<string | undefined>;
  policy: Pick<Policy, "sitesOn" | "sitesOff">;
}

const EXAMPLE = "https://tickets.example.com";

/** Where hovering works, and the keyboard shortcut that does the same. */
export function SitesSection({ sites, shortcut, policy }: SitesSectionProps) {
  const [on, setOn] = useState<Site[] | undefined>(undefined);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const [keys, setKeys] = useState<string>();
  const open = useOpenSites(sites) ?? [];
  const { shortcuts } = browserAddresses(navigator.userAgent);
  const list = () => sites.listSites().then(setOn);
  useEffect(() => {
    void list();
    return sites.onSitesChanged(() => void list());
  }, [sites]);
  useEffect(() => {
    void shortcut().then((set) => setKeys(set ?? ""));
  }, [shortcut]);

  /** Called directly from the submit: otherwise the browser doesn't ask. */
  function add() {
    const site = sites.siteFromText(text);
    if (!site.ok)
      return setProblem(
        t(`site.${messageWord(site.why)}`, { text: text.trim(), example: EXAMPLE }),
      );
    setProblem(undefined);
    const done = (granted: boolean) => {
      if (!granted) return setProblem(t("site.refused"));
      setText("");
      announce(t("options.sites.added", { site: siteName(site.pattern) }));
      return list();
    };
    void sites.requestSite(site.pattern).then(done, () => done(false));
  }

  async function remove(pattern: string) {
    const removed = await sites.removeSite(pattern).catch(() => false);
    announce(
      removed ? t("options.sites.removed", { site: siteName(pattern) }) : t("site.notRemoved"),
    );
    await list();
  }

  return (
    <Section heading={t("options.sites.heading")} intro={t("options.sites.intro")}>
      {on && <PolicySites policy={policy} sites={sites} on={on} onSwitched={list} />}
      {on && (
        <SiteList
          sites={on}
          open={open}
          policy={policy}
          onRemove={(pattern) => void remove(pattern)}
        />
      )}
      {on && <OffInTabs sites={sites} on={on} open={open} policy={policy} onSwitched={list} />}
      {on && <WellKnownTools sites={sites} on={on} open={open} policy={policy} onSwitched={list} />}
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field
          label={t("options.sites.label")}
          value={text}
          onType={setText}
          problem={problem}
          placeholder={t("options.sites.placeholder")}
        >
          <button type="submit" class="button">
            {t("options.sites.add")}
          </button>
        </Field>
      </form>
      {keys !== undefined && (
        <div>
          <p class="hint">
            {keys === ""
              ? t("options.sites.shortcutUnset")
              : t("options.sites.shortcut", { keys: keys })}
          </p>
          <BrowserAddress
            caption={t("options.sites.shortcutAt")}
            address={shortcuts}
            {...(shortcuts === "about:addons" && { further: t("options.sites.shortcutFirefox") })}
          />
        </div>
      )}
    </Section>
  );
}
