import { useEffect, useRef } from "preact/hooks";
import type { LooksLike, UnrecognizedLines } from "../../lib/contract/replies.ts";
import { number, t } from "../../lib/i18n.ts";
import { SUBJECT_PATTERNS_MAX } from "../../lib/limits.ts";
import { announce } from "../parts/announcer.tsx";
import { InertText } from "../parts/inert-text.tsx";
import type { PastedStore, Recognized } from "./pasted-store.ts";
import type { Recognizing } from "./recognize.ts";

/** The fragment of the options page at which patterns are set. */
const IDS_OPTION = "#ids";

/** The lines of a pasted text without a mention, and a way to recognize those that can be. */
export function Unrecognized({ store }: { store: PastedStore }) {
  const pasted = store.pasted.value;
  const recognized = store.recognized.value;
  if (pasted.state !== "read") return null;
  const { unrecognized } = pasted;
  return (
    <>
      {unrecognized.count > 0 && <Lines {...unrecognized} />}
      {unrecognized.looksLike.map((like) => (
        <Like key={like.template} like={like} onRecognize={() => void store.recognize(like)} />
      ))}
      {recognized && <Outcome recognized={recognized} onUndo={() => void store.undoRecognize()} />}
    </>
  );
}

function Lines({ lines, count }: UnrecognizedLines) {
  return (
    <details class="unrecognized">
      <summary>{t("paste.unrecognized", count, [number(count)])}</summary>
      <ol>
        {lines.map((line, place) => (
          <li key={place}>
            <InertText text={line} whole />
          </li>
        ))}
      </ol>
      {count > lines.length && (
        <p>{t("paste.unrecognizedMore", { count: number(count - lines.length) })}</p>
      )}
    </details>
  );
}

interface LikeProps {
  like: LooksLike;
  onRecognize: () => void;
}

function Like({ like: { kind, count }, onRecognize }: LikeProps) {
  const one = count === 1;
  return (
    <p class="looks-like">
      {kind.is === "subject"
        ? t(one ? "paste.looksLikeOne" : "paste.looksLike", {
            provider: kind.provider,
            count: number(count),
          })
        : t(one ? "paste.looksLikeIdentifier" : "paste.looksLikeIdentifiers", {
            example: kind.example,
            count: number(count),
          })}{" "}
      <button type="button" class="link-button" onClick={onRecognize}>
        {kind.is === "subject"
          ? t("paste.recognize", { provider: kind.provider })
          : t("paste.recognizeIdentifiers", { example: kind.example })}
      </button>{" "}
      <IdsOption />
    </p>
  );
}

/** A link to all patterns, if the user can change them. */
function IdsOption() {
  return (
    <a class="link-button" href={`options.html${IDS_OPTION}`} target="_blank" rel="noopener">
      {t("paste.idsOption")}
    </a>
  );
}

interface OutcomeProps {
  recognized: Recognized;
  onUndo: () => void;
}

function Outcome({ recognized: { like, outcome }, onUndo }: OutcomeProps) {
  const words = wordsOf(like, outcome);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    announce(words);
    // The button that was pressed is gone.
    if (document.activeElement === document.body) undo.current?.focus();
  }, [outcome]);
  return (
    <p
      class={outcome === "added" || outcome === "removed" ? "looks-like" : "looks-like is-trouble"}
    >
      {words}{" "}
      {outcome === "added" && (
        <button ref={undo} type="button" class="link-button" onClick={onUndo}>
          {t("paste.undo")}
        </button>
      )}{" "}
      {outcome !== "locked" && <IdsOption />}
    </p>
  );
}

function wordsOf({ kind }: LooksLike, outcome: Recognizing): string {
  switch (outcome) {
    case "added":
    case "removed":
      return kind.is === "subject"
        ? t(`paste.recognized.${outcome}`, { provider: kind.provider })
        : t(`paste.recognizedIdentifiers.${outcome}`, { example: kind.example });
    case "full":
      return t("paste.recognized.full", { most: number(SUBJECT_PATTERNS_MAX) });
    case "locked":
    case "lost":
      return t(`paste.recognized.${outcome}`);
  }
}
