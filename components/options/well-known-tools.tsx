import { useId, useState } from "preact/hooks";
import { covers } from "../../lib/sites/match.ts";
import type { Site } from "../../lib/sites/sites.ts";
import { WELL_KNOWN_TOOLS, type WellKnownTool } from "../../lib/sites/well-known.ts";
import { announce } from "../announcer.tsx";
import type { SiteActions } from "../site-actions.ts";
import { optionsTexts } from "../texts.ts";

const texts = optionsTexts.sites;

/**
 * - `on`: all of its patterns are.
 * - `covered`: they are through wider permissions, which are not this switch's to take back.
 * - `off`: one of them is not, or none is.
 */
type ToolState = "on" | "covered" | "off";

export interface WellKnownToolsProps {
  sites: SiteActions;
  /** The sites that are on. */
  on: readonly Site[];
  /** The browser was asked: other sites may be on now. */
  onSwitched: () => Promise<void>;
}

/** Ticket tools, each of which is switched with one click on all its hosts. */
export function WellKnownTools({ sites, on, onSwitched }: WellKnownToolsProps) {
  const id = useId();
  const [trouble, setTrouble] = useState<string>();
  const tools = WELL_KNOWN_TOOLS.map((tool) => ({ tool, state: stateOf(tool, on) }));

  /** Runs straight from the click: the browser asks the person only then. */
  function toggle({ name, patterns }: WellKnownTool, wasOn: boolean) {
    const asked = wasOn ? sites.removeSite(...patterns) : sites.requestSite(...patterns);
    setTrouble(undefined);
    const done = (switched: boolean) => {
      if (switched) announce(wasOn ? texts.removed(name) : texts.added(name));
      else setTrouble(wasOn ? texts.toolNotRemoved(name) : texts.toolRefused(name));
      return onSwitched();
    };
    void asked.then(done, () => done(false));
  }

  return (
    <fieldset class="tools">
      <legend class="label">{texts.tools}</legend>
      <p class="hint">{texts.toolsHint}</p>
      <ul class="tool-list">
        {tools.map(({ tool, state }) => (
          <li key={tool.name}>
            <button
              type="button"
              role="switch"
              class="tool"
              aria-checked={state !== "off"}
              aria-label={texts.toolName(tool.name)}
              {...(state === "covered" && { "aria-describedby": `${id}-covered` })}
              disabled={state === "covered"}
              onClick={() => toggle(tool, state === "on")}
            >
              {tool.name}
            </button>
          </li>
        ))}
      </ul>
      {tools.some(({ state }) => state === "covered") && (
        <p id={`${id}-covered`} class="hint">
          {texts.toolsCovered}
        </p>
      )}
      {trouble !== undefined && (
        <p class="error" role="alert">
          {trouble}
        </p>
      )}
    </fieldset>
  );
}

function stateOf({ patterns }: WellKnownTool, on: readonly Site[]): ToolState {
  const given = on.map(({ pattern }) => pattern);
  const others = given.filter((pattern) => !patterns.includes(pattern));
  const allBy = (permitted: string[]) =>
    patterns.every((pattern) => permitted.some((one) => covers(one, pattern)));
  if (allBy(others)) return "covered";
  return allBy(given) ? "on" : "off";
}
