import { useEffect, useId, useState } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import type { Mention, SubjectPattern } from "../../lib/mentions/index.ts";
import { announce } from "../parts/announcer.tsx";
import { Detail, Details } from "../parts/details.tsx";
import { type Finding, useFinding } from "./mentions-later.ts";

/** Maximum characters of the text that the patterns are tried on. */
const TRIED_TEXT_MAX_CHARS = 2_000;

/** Milliseconds after the last key press before a screen reader announces what was found. */
const QUIET_MS = 700;

interface Known {
  template: string;
  pattern: SubjectPattern;
}

/** A text to try patterns on, saved or not: matches are highlighted, and listed with the pattern that found each. */
export function TryPatterns({ templates }: { templates: readonly string[] }) {
  const id = useId();
  const [text, setText] = useState("");
  const finding = useFinding();
  return (
    <div class="try-out">
      <div class="field">
        <label for={id}>{t("options.tryOut.label")}</label>
        <p id={`${id}-hint`} class="hint">
          {t("options.tryOut.hint")}
        </p>
        <textarea
          id={id}
          class="input"
          rows={2}
          maxLength={TRIED_TEXT_MAX_CHARS}
          aria-describedby={`${id}-hint`}
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {text !== "" && finding.state === "here" && (
        <Tried text={text} templates={templates} finding={finding.value} />
      )}
      {text !== "" && finding.state === "lost" && <p class="hint">{t("user.detailLost")}</p>}
    </div>
  );
}

interface TriedProps {
  text: string;
  templates: readonly string[];
  finding: Finding;
}

/** What is found in a text, and by which pattern. */
function Tried({ text, templates, finding }: TriedProps) {
  const { findMentions, parseSubjectPattern } = finding;
  const known = templates.flatMap((template): Known[] => {
    const pattern = parseSubjectPattern(template);
    return "error" in pattern ? [] : [{ template, pattern }];
  });
  const found = findMentions(
    text,
    known.map(({ pattern }) => pattern),
  );
  const outcome = t("options.tryOut.found", found.length, [number(found.length)]);
  useEffect(() => {
    const quiet = setTimeout(() => announce(outcome), QUIET_MS);
    return () => clearTimeout(quiet);
  }, [outcome]);
  return (
    <>
      <p class="tried">{marked(text, found)}</p>
      <p class="hint">{outcome}</p>
      <Details>
        {found.map((mention) => (
          <Detail key={mention.start} name={<code>{mention.value}</code>}>
            {foundBy(mention, known, findMentions)}
          </Detail>
        ))}
      </Details>
    </>
  );
}

/** The text with a highlight around each mention. */
function marked(text: string, found: readonly Mention[]) {
  const ends = [0, ...found.map(({ end }) => end)];
  return [
    ...found.flatMap(({ start, end }, place) => [
      text.slice(ends[place], start),
      <mark key={start}>{text.slice(start, end)}</mark>,
    ]),
    text.slice(ends.at(-1)),
  ];
}

function foundBy(
  { kind, value }: Mention,
  known: readonly Known[],
  findMentions: Finding["findMentions"],
) {
  if (kind === "email" || kind === "id") return t(`options.tryOut.${kind}`);
  const by = known.find(({ pattern }) => findMentions(value, [pattern])[0]?.value === value);
  return t(`options.tryOut.${kind}`, { pattern: by?.template ?? "" });
}
