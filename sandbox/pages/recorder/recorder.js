/**
 * Records what this page can learn, as lists of facts by channel: what happened or was the case, in order, without
 * times.
 *
 * Most channels are *samples*: in each animation frame the recorder records a state if it differs from the previous
 * one. The others record what the browser reports: events, mutations, requests, performance entries. Times are left out
 * everywhere, and so is inherent noise, with a reason in the place where it is left out. So two recordings of the same
 * actions are equal, line by line, unless the page could distinguish them.
 *
 * `tests/harness/recording.ts` drives it.
 */

import { hearEvents } from "./events.js";
import { createNotes } from "./notes.js";
import { observe } from "./observers.js";
import { hearPerformance } from "./performance.js";
import { heardRequests, listenToRequests } from "./requests.js";
import { sample } from "./samples.js";
import { readCounts, readStored } from "./stored.js";
import { findWords } from "./words.js";

/** Milliseconds between two searches for the words, which are slow. */
const FIND_MS = 400;

const notes = createNotes();
const ready = listenToRequests();
const words = new Set();
let running = false;

async function start() {
  const probes = await ready;
  hearEvents(notes);
  hearPerformance(notes);
  observe(notes);
  running = true;
  let found = 0;
  requestAnimationFrame(function each(now) {
    if (!running) return;
    sample(notes, probes);
    if (now - found > FIND_MS) {
      found = now;
      findWords(notes, words);
    }
    requestAnimationFrame(each);
  });
}

/** Ends the recording, and returns it: a list of lines by channel. */
async function stop() {
  running = false;
  readCounts(notes);
  await readStored(notes);
  notes.put("requests", await heardRequests());
  return notes.all();
}

/** The current state of everything: the samples of one frame, and what is stored. */
async function look() {
  const now = createNotes();
  sample(now, await ready);
  await readStored(now);
  return now.all();
}

/** Words to search for from now on. */
function lookFor(more) {
  for (const word of more) words.add(word);
}

globalThis.recorder = { start, lookFor, stop, look };
