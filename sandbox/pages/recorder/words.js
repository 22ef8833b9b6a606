/** Words of the answers, found with the browser's own search, in closed shadow trees too. */

const found = new Set();

export function findWords(notes, words) {
  const own = document.body.innerText.toLowerCase();
  for (const word of words) {
    // The page's own words are there anyway, and finding them would move the selection.
    if (found.has(word) || own.includes(word.toLowerCase())) continue;
    if (!window.find(word, false, false, true, false, true, false)) continue;
    found.add(word);
    notes.add("found words", word);
    getSelection().removeAllRanges();
  }
}
