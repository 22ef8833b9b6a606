/**
 * English as a test of layout: accented, a third longer and in brackets, so that text that is cut, and text that comes
 * from no message, can be seen. What a text takes in stays as it is: `{name}`, `$1`, and the ` | ` between plurals.
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

/** Words of nothing, which may break between lines as those of other languages do. */
function longer(chars: number): string {
  return " lörém".repeat(Math.ceil(chars / 6)).slice(0, chars);
}
