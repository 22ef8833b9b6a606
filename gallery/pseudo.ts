/**
 * English as a test of layout: accented, a third longer and in brackets, which shows text that is cut off and text that
 * isn't from a message. Placeholders stay as they are: `{name}`, `$1`, and the ` | ` between plurals.
 */
export function pseudo(text: string): string {
  return text.split(" | ").map(pseudoForm).join(" | ");
}

const KEPT = /(\{\w+\}|\$\d)/;

const ACCENTED: Record<string, string> = Object.fromEntries(
  Array.from("aceginosuyACEGINOSUY").map((letter, place) => [
    letter,
    Array.from("åçéĝîñöšûýÅÇÉĜÎÑÖŠÛÝ")[place] ?? letter,
  ]),
);

function pseudoForm(text: string): string {
  const parts = text.split(KEPT);
  const letters = parts.filter((part) => !KEPT.test(part)).join("").length;
  const accented = parts.map((part) =>
    KEPT.test(part) ? part : part.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter),
  );
  return `[${accented.join("")}${longer(Math.ceil(letters / 3))}]`;
}

/** Meaningless words, which can break between lines as those of other languages do. */
function longer(chars: number): string {
  return " lörém".repeat(Math.ceil(chars / 6)).slice(0, chars);
}
