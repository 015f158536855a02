"use strict";

/* Queries: words, "phrases", -exclusions; each gives its articles with a score, by BM25. */

const searchQuery = (() => {
  const PART = /(-?)["“”«]([^"“”»]*)["“”»]?|(-?)(\S+)/gu;
  const COMPLETIONS = 12, NAMESAKES = 2, ONLY_NAME = 0.8, OTHERWISE = 0.1;
  const ORDER = ["person", "country", "outlet"];

  /* {all, none}: lists of clauses; a clause is {words, isPhrase}. */
  function parse(text) {
    const query = { all: [], none: [] };
    for (const [, without, phrase, minus, word] of text.matchAll(PART)) {
      const list = without || minus ? query.none : query.all;
      if (phrase !== undefined) add(list, phrase, true);
      else add(list, word, !/^[\x00-\u0dff]*$/.test(word));
    }
    return query;
  }

  function add(list, text, isPhrase) {
    const words = searchWords.list(text);
    if (!isPhrase) list.push(...words.map((word) => ({ words: [word], isPhrase })));
    else if (words.length > 0) list.push({ words, isPhrase });
  }

  /* Article → score, for one word; if no article has it, for those words that begin with it. */
  async function scoreWord(word) {
    const exact = await newsgenSearch.find("words", word);
    let texts = exact === undefined ? [] : [exact];
    if (exact === undefined && word.length > 1) {
      texts = (await newsgenSearch.findAll("words", word, 4)).slice(0, COMPLETIONS).map(([, text]) => text);
    }
    const scores = new Map();
    for (const text of texts) {
      const found = text.length >> 1; // at most: a posting takes two signs or more
      const articles = new Uint32Array(found), grades = new Uint8Array(found), most = newsgenSearch.grades;
      let count = 0;
      newsgenSearch.eachPosting(text, (article, sign) => {
        articles[count] = article;
        grades[count++] = sign % most;
      });
      const rarity = Math.log(1 + (newsgenSearch.articles - count + 0.5) / (count + 0.5));
      for (let place = 0; place < count; place++) {
        const score = rarity * (grades[place] + 0.5) / most;
        if (score > (scores.get(articles[place]) ?? 0)) scores.set(articles[place], score);
      }
    }
    return scores;
  }

  /* To the articles of a word come, if it is but some people's name, those that spell these people otherwise. */
  async function widen(word, scores, otherwise) {
    const people = (await findBearers(word)).slice(0, NAMESAKES);
    if (people.length === 0) return;
    const lists = await Promise.all(people.map(({ id }) => listArticles(`person:${id}`)));
    const theirs = new Set(lists.flatMap((list) => [...list]));
    const known = [...scores.keys()].filter((article) => theirs.has(article)).length;
    if (known < scores.size * ONLY_NAME) return;
    otherwise.people.push(...people);
    for (const article of theirs) {
      if (scores.has(article)) continue;
      scores.set(article, OTHERWISE);
      otherwise.articles.add(article);
    }
  }

  /* Article → score, for a clause; by other spellings, too, if there is an `otherwise` to tell them. */
  async function score(clause, otherwise) {
    const each = await Promise.all(clause.words.map(scoreWord));
    const together = each.reduce(intersect);
    if (otherwise && !clause.isPhrase) await widen(clause.words[0], together, otherwise);
    if (clause.words.length === 1 || together.size === 0) return together;
    const places = await Promise.all(clause.words.map((word) => findPlaces(word, together)));
    for (const article of together.keys()) {
      if (!standsTogether(places.map((found) => found?.get(article)))) together.delete(article);
    }
    return together;
  }

  function intersect(one, other) {
    const both = new Map();
    const [few, many] = one.size < other.size ? [one, other] : [other, one];
    few.forEach((score, article) => {
      const more = many.get(article);
      if (more !== undefined) both.set(article, score + more);
    });
    return both;
  }

  /* Article → places of a word, as far as the articles are wanted; null for a word too frequent to have any kept. */
  async function findPlaces(word, wanted) {
    const [postings, text] = await Promise.all([newsgenSearch.find("words", word), newsgenSearch.find("places", word)]);
    if (text === undefined) return null;
    const articles = [], found = new Map();
    newsgenSearch.eachPosting(postings ?? "", (article) => articles.push(article));
    /* For each article how many places there are, then each place's distance from the one before. */
    let left = 0, turn = 0, place, places;
    newsgenSearch.eachNumber(text, (number) => {
      if (left === 0) {
        [left, place, places] = [number, 0, wanted.has(articles[turn]) ? new Set() : null];
        if (places) found.set(articles[turn], places);
        turn++;
      } else {
        left--;
        place += number;
        places?.add(place);
      }
    });
    return found;
  }

  function standsTogether(places) {
    const first = places.findIndex(Boolean);
    if (first < 0) return true;
    const fits = (start) => places.every((found, offset) => !found || found.has(start + offset));
    return [...places[first]].some((place) => fits(place - first));
  }

  /* {scores, isLoose, missing, otherwise}: loose if no article has everything, so that these have some of it; `missing`
     are words that none has; `otherwise` people, and articles found by their other spellings. */
  async function run(query, filters) {
    const otherwise = { people: [], articles: new Set() };
    const [wanted, unwanted, ...narrow] = await Promise.all([
      Promise.all(query.all.map((clause) => score(clause, otherwise))),
      Promise.all(query.none.map((clause) => score(clause))), ...filters.map(listArticles),
    ]);
    const missing = query.all.filter(({ words }, place) => words.length === 1 && wanted[place].size === 0).flatMap((clause) => clause.words);
    const isWanted = (article) =>
      narrow.every((list) => list.has(article)) && !unwanted.some((list) => list.has(article));
    const isOpen = narrow.length + unwanted.length === 0;
    const keep = (scores) => (isOpen ? scores : new Map([...scores].filter(([article]) => isWanted(article))));
    const answer = (scores, isLoose) => ({ scores: keep(scores), isLoose, missing, otherwise });
    if (wanted.length === 0) return answer(new Map([...(narrow[0] ?? [])].map((n) => [n, 0])), false);
    const strict = answer(wanted.reduce(intersect), false);
    if (strict.scores.size > 0 || wanted.length === 1) return strict;
    const loose = new Map();
    for (const scores of wanted) {
      for (const [article, value] of scores) loose.set(article, (loose.get(article) ?? 0) + value);
    }
    return answer(loose, true);
  }

  /* A facet's name and articles; people named once are filed apart, so that none of those offered waits for them. */
  const findFacet = async (facet) =>
    (await newsgenSearch.find("facets", facet)) ?? newsgenSearch.find("facets", `once:${facet}`);

  /* What a facet is called: itself if nobody knows it. */
  const nameFacet = async (facet) => (await findFacet(facet))?.[0] || facet.slice(facet.indexOf(":") + 1);

  /* The articles of a facet, `country:niger`; of a year all its months'. */
  async function listArticles(facet) {
    const found = new Set();
    const entries = facet.startsWith("date:") ? await newsgenSearch.findAll("facets", facet)
      : [[facet, await findFacet(facet)]];
    for (const [, entry] of entries) {
      if (entry) newsgenSearch.eachPosting(entry[1], (article) => found.add(article));
    }
    return found;
  }

  /* [{id, name, count}] of a kind of facet, most of these articles first. */
  async function countFacets(kind, scores) {
    const counts = new Map();
    for (const [key, [name, postings]] of await newsgenSearch.findAll("facets", `${kind}:`)) {
      const full = key.slice(kind.length + 1);
      const id = kind === "date" && full !== "undated" ? full.slice(0, 4) : full;
      const entry = counts.get(id) ?? { id, name: name || id, count: 0 };
      newsgenSearch.eachPosting(postings, (article) => { entry.count += scores.has(article); });
      counts.set(id, entry);
    }
    return [...counts.values()].filter((entry) => entry.count > 0);
  }

  /* Article → a number that grows with its date; articles without a date have none. */
  async function findDates() {
    const dates = new Map();
    for (const [key, [, postings]] of await newsgenSearch.findAll("facets", "date:")) {
      const month = parseInt(key.slice(5, 9), 10) * 12 + parseInt(key.slice(10, 12) || "0", 10);
      if (!Number.isNaN(month)) newsgenSearch.eachPosting(postings, (article, day) => dates.set(article, month * 32 + day));
    }
    return dates;
  }

  /* [key, value] of a word, or in so many files of all that begin so. */
  const findKeys = async (family, word, files, none) =>
    (files > 0 ? newsgenSearch.findAll(family, word, files) : [[word, (await newsgenSearch.find(family, word)) ?? none]]);

  /* Articles whose headlines have all these words, the last of which may be unfinished; best first. */
  async function findHeadlines(words, most) {
    const each = await Promise.all(words.map(async (word, place) => {
      const entries = await findKeys("words", word, place === words.length - 1 ? 2 : 0, "");
      const found = new Map();
      for (const [, text] of entries) {
        newsgenSearch.eachPosting(text, (article, sign) => {
          if (sign >= newsgenSearch.grades) found.set(article, sign);
        });
      }
      return found;
    }));
    const scores = each.reduce(intersect);
    return [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || a - b).slice(0, most);
  }

  /* Names in a query: people, countries and outlets that bear its words, all of them, some, or nearly. */

  const read = ([kind, id, href, name, count, every, spelling]) =>
    ({ kind, id, href, name, count, spelling, every: every.split(" ") });

  /* Whether a word tells a person of several articles: all but a given name does. */
  function isTelling(word, { kind, name, count, spelling }) {
    const words = searchWords.list(spelling || name);
    return kind === "person" && count > 1 && (words.length === 1 || words.indexOf(word) > 0);
  }

  /* The people whom a word tells, those of most articles first. */
  const findBearers = async (word) =>
    ((await newsgenSearch.find("names", word)) ?? []).map(read).filter((bearer) => isTelling(word, bearer));

  /* All who bear these words and people whom some of them tell, with their `words`; best first. If `isTyping`, the last
     word may be unfinished. */
  async function findNames(words, isTyping) {
    const isOpen = (place) => isTyping && place === words.length - 1;
    const entries = await Promise.all(words.map((word, place) => findKeys("names", word, isOpen(place) ? 6 : 0, [])));
    const found = new Map();
    for (const [key, bearers] of entries.flat()) {
      for (const bearer of bearers.map(read)) {
        const { kind, id, every, spelling } = bearer;
        const fits = (word, place) => every.some((other) => (isOpen(place) ? other.startsWith(word) : other === word));
        const own = words.filter(fits);
        if (own.length < words.length && !isTelling(key, bearer)) continue;
        const known = found.get(kind + id);
        const exact = words.includes(key) && own.every((word) => every.includes(word));
        if (known && known.words.length + !exact > own.length) continue;
        found.set(kind + id, { ...bearer, words: own, exact, spelling: spelling || known?.spelling });
      }
    }
    return [...found.values()].sort(compareNames);
  }

  const compareNames = (a, b) => b.words.length - a.words.length || b.exact - a.exact
    || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.count - a.count;

  /* Those who bear the words most like one that none has, each with its `words`. */
  async function findMeant(word, words) {
    const near = word.length < 3 ? [] : await newsgenSearch.findNear("names", word, word.length < 8 ? 1 : 2);
    const far = ([key]) => searchWords.measure(word, key), least = Math.min(...near.map(far));
    const found = new Map();
    for (const entry of near.filter((entry) => far(entry) === least)) {
      for (const bearer of entry[1].map(read)) {
        const own = words.filter((other) => other === word || bearer.every.includes(other));
        found.set(bearer.kind + bearer.id, { ...bearer, words: own, exact: 0 });
      }
    }
    return [...found.values()].sort(compareNames);
  }

  /* The most frequent word of the index that differs from one by a letter or two. */
  async function findSimilar(word) {
    const near = await newsgenSearch.findNear("words", word, word.length > 5 ? 2 : 1);
    return near.sort((a, b) => b[1].length - a[1].length)[0]?.[0];
  }

  return { parse, run, countFacets, nameFacet, findDates, findHeadlines, findNames, findMeant, findSimilar };
})();
