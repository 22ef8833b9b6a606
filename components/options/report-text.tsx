/**
 * The text that was copied for support, as support reads it: English in every language. Nothing if nothing was copied.
 */
export function ReportText({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard.
    <pre class="diagnostics-text" tabIndex={0} lang="en" dir="ltr">
      {text}
    </pre>
  );
}
