/** Words of the answers, as the browser's own search finds them, in closed shadow trees too. */

const found = new Set();

export function findWords(notes, words) {
  const own = document.body.innerText.toLowerCase();
  for (const word of words) {
    // The page's own words stand there anyway, and to find them would move the selection.
    if (found.has(word) || own.includes(word.toLowerCase())) continue;
    if (!window.find(word, false, false, true, false, true, false)) continue;
    found.add(word);
    notes.add("found words", word);
    getSelection().removeAllRanges();
  }
}
