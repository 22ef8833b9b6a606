import { useId, useState } from "preact/hooks";
import { list, t } from "../../lib/i18n.ts";
import { covers } from "../../lib/sites/match.ts";
import type { Site } from "../../lib/sites/sites.ts";
import { WELL_KNOWN_TOOLS, type WellKnownTool } from "../../lib/sites/well-known.ts";
import { announce } from "../parts/announcer.tsx";
import { hostName, type SiteActions } from "../sites/site-actions.ts";
import { type SitePolicy, setFor } from "../sites/site-policy.ts";
import { openFirst } from "./open-first.ts";

/**
 * - `on`: all of its patterns are on.
 * - `covered`: they are on through wider permissions, which this switch can't remove.
 * - `off`: at least one of them is off.
 * - `set-on`, `set-off`: the organization has set one of them so.
 */
type ToolState = "on" | "covered" | "off" | "set-on" | "set-off";

/** Why this switch can't be changed. */
const NOTES: Partial<Record<ToolState, string>> = {
  covered: t("options.sites.toolsCovered"),
  "set-on": t("options.sites.toolsSetOn"),
  "set-off": t("options.sites.toolsSetOff"),
};
const LOCKED = Object.keys(NOTES) as ToolState[];

export interface WellKnownToolsProps {
  sites: SiteActions;
  /** The sites that are on. */
  on: readonly Site[];
  /** The sites open in tabs, as far as the browser reports them; their tools come first. */
  open: readonly string[];
  policy: SitePolicy;
  /** The browser was asked: the list of sites that are on can have changed. */
  onSwitched: () => Promise<void>;
}

/** Ticket tools; one click turns each on or off for all its hosts. */
export function WellKnownTools({ sites, on, open, policy, onSwitched }: WellKnownToolsProps) {
  const id = useId();
  const [trouble, setTrouble] = useState<string>();
  const tools = openFirst(WELL_KNOWN_TOOLS, open, ({ patterns }) => patterns).map(
    ({ of: tool, isOpen }) => ({ tool, isOpen, state: stateOf(tool, on, policy) }),
  );

  const describedBy = (name: string, isOpen: boolean, state: ToolState) =>
    [isOpen && `${id}-${name.replaceAll(" ", "-")}`, LOCKED.includes(state) && `${id}-${state}`]
      .filter(Boolean)
      .join(" ") || undefined;

  /** Called directly from the click: otherwise the browser doesn't ask. */
  function toggle({ name, patterns }: WellKnownTool, wasOn: boolean) {
    const asked = wasOn ? sites.removeSite(...patterns) : sites.requestSite(...patterns);
    setTrouble(undefined);
    const done = (switched: boolean) => {
      if (switched)
        announce(
          wasOn
            ? t("options.sites.removed", { site: name })
            : t("options.sites.added", { site: name }),
        );
      else
        setTrouble(
          wasOn
            ? t("options.sites.toolNotRemoved", { tool: name })
            : t("options.sites.toolRefused", { tool: name }),
        );
      return onSwitched();
    };
    void asked.then(done, () => done(false));
  }

  return (
    <fieldset class="tools">
      <legend class="label">{t("options.sites.tools")}</legend>
      <p class="hint">{t("options.sites.toolsHint")}</p>
      <ul class="tool-list">
        {tools.map(({ tool, isOpen, state }) => (
          <li key={tool.name}>
            <button
              type="button"
              role="switch"
              class="tool"
              aria-checked={state !== "off" && state !== "set-off"}
              aria-label={t("options.sites.toolName", { tool: tool.name })}
              aria-describedby={describedBy(tool.name, isOpen, state)}
              title={t("options.sites.toolCovers", { patterns: list(tool.patterns.map(hostName)) })}
              disabled={LOCKED.includes(state)}
              onClick={() => toggle(tool, state === "on")}
            >
              {tool.name}
              {isOpen && (
                <span id={`${id}-${tool.name.replaceAll(" ", "-")}`} class="hint block">
                  {t("options.sites.isOpen")}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {LOCKED.filter((locked) => tools.some(({ state }) => state === locked)).map((locked) => (
        <p key={locked} id={`${id}-${locked}`} class="hint">
          {NOTES[locked]}
        </p>
      ))}
      {trouble !== undefined && (
        <p class="error" role="alert">
          {trouble}
        </p>
      )}
    </fieldset>
  );
}

function stateOf({ patterns }: WellKnownTool, on: readonly Site[], policy: SitePolicy): ToolState {
  if (patterns.some((pattern) => setFor(pattern, policy) === "off")) return "set-off";
  const given = on.map(({ pattern }) => pattern);
  const others = given.filter((pattern) => !patterns.includes(pattern));
  const allBy = (permitted: string[]) =>
    patterns.every((pattern) => permitted.some((one) => covers(one, pattern)));
  if (allBy(others)) return "covered";
  if (!allBy(given)) return "off";
  return patterns.some((pattern) => setFor(pattern, policy) === "on") ? "set-on" : "on";
}
