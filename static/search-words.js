"use strict";

/* Words as the index knows them: what newsgen/search/words.py does to texts, done to what a reader types. */

const searchWords = (() => {
  const LONGEST = 40;
  const SIGLUM = /\b[a-z](?:\.[a-z])+\b/g;
  const RUN = /[\p{L}\p{N}\p{M}]+/gu;
  const CHUNK = /[\p{L}\p{N}\p{M}]+(?:[.\u0300-\u036f][\p{L}\p{N}\p{M}]+)*/gu;
  let folds, foldable, marks, unspaced, pieces;

  /* The index brings its own rules, so that they are written down once. */
  function adopt(rules) {
    folds = rules.folds;
    foldable = new RegExp(`[${Object.keys(folds).join("")}]`, "gu");
    marks = new RegExp(`[${rules.marks}]`, "gu");
    unspaced = new RegExp(`[${rules.unspaced}]`, "u");
    pieces = new RegExp(`[${rules.unspaced}]+|[^${rules.unspaced}]+`, "gu");
  }

  function fold(text) {
    return text.normalize("NFKD").toLowerCase()
      .replace(SIGLUM, (siglum) => siglum.replaceAll(".", ""))
      .replace(marks, "")
      .replace(foldable, (letter) => folds[letter])
      .normalize("NFC");
  }

  /* The words of a text, in order; of scripts without spaces each pair of neighbours. */
  function list(text) {
    return (fold(text).match(RUN) ?? []).flatMap((run) => run.match(pieces).flatMap(part));
  }

  function part(run) {
    const letters = [...run];
    if (letters.length > 1 && unspaced.test(run)) {
      return letters.slice(1).map((letter, place) => letters[place] + letter);
    }
    return /^[a-z]$/.test(run) ? [] : [letters.slice(0, LONGEST).join("")];
  }

  /* [text, whether it is one of the words] for all of a text, cut where that changes. */
  function mark(text, words) {
    const cut = [];
    let end = 0;
    const add = (start, stop, found) => {
      const last = cut.at(-1);
      if (last && last[1] === found) last[0] += text.slice(start, stop);
      else if (stop > start) cut.push([text.slice(start, stop), found]);
      end = stop;
    };
    for (const chunk of text.matchAll(CHUNK)) {
      add(end, chunk.index, false);
      if (unspaced.test(chunk[0])) markLetters(chunk, words, add);
      else add(chunk.index, chunk.index + chunk[0].length, list(chunk[0]).some((word) => words.has(word)));
    }
    add(end, text.length, false);
    return cut;
  }

  function markLetters(chunk, words, add) {
    const letters = [...chunk[0]];
    const pairs = letters.map((letter, place) => words.has(fold(letter + (letters[place + 1] ?? ""))));
    let start = chunk.index;
    letters.forEach((letter, place) => {
      add(start, start + letter.length, pairs[place] || (place > 0 && pairs[place - 1]) || words.has(fold(letter)));
      start += letter.length;
    });
  }

  /* How many letters to put in, leave out, replace or exchange with their neighbours make one word the other; if more
     than `most` are needed, some larger number. */
  function measure(one, other, most = 2) {
    let same = 0;
    while (same < one.length && one[same] === other[same]) same++;
    const a = one.slice(same), b = other.slice(same);
    if (!most || !a || !b) return a.length + b.length;
    const rest = (left, right) => measure(a.slice(left), b.slice(right), most - 1);
    return 1 + Math.min(rest(1, 0), rest(0, 1), rest(1, 1), a[0] === b[1] && a[1] === b[0] ? rest(2, 2) : Infinity);
  }

  return { adopt, fold, list, mark, measure };
})();
