"use strict";

/* Queries: words, "phrases", -exclusions; each gives its articles with a score, by BM25. */

const searchQuery = (() => {
  const PART = /(-?)["“”«]([^"“”»]*)["“”»]?|(-?)(\S+)/gu;
  const COMPLETIONS = 12;

  /* {all, none}: lists of clauses; a clause is {text, words, isPhrase}. */
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
    if (isPhrase && words.length > 1) list.push({ text, words, isPhrase });
    else list.push(...words.map((word) => ({ text: word, words: [word], isPhrase: false })));
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

  /* Article → score, for a clause. */
  async function score(clause) {
    const each = await Promise.all(clause.words.map(scoreWord));
    const together = each.reduce(intersect);
    if (!clause.isPhrase || together.size === 0) return together;
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

  /* {scores, clauses, isLoose}: loose if no article has everything, so that these have some of it. */
  async function run(query, filters) {
    const [wanted, unwanted, ...narrow] = await Promise.all([
      Promise.all(query.all.map(score)), Promise.all(query.none.map(score)), ...filters.map(listArticles),
    ]);
    const isWanted = (article) =>
      narrow.every((list) => list.has(article)) && !unwanted.some((list) => list.has(article));
    const isOpen = narrow.length + unwanted.length === 0;
    const keep = (scores) => (isOpen ? scores : new Map([...scores].filter(([article]) => isWanted(article))));
    if (wanted.length === 0) return { scores: keep(new Map([...(narrow[0] ?? [])].map((n) => [n, 0]))), isLoose: false };
    const strict = keep(wanted.reduce(intersect));
    if (strict.size > 0 || wanted.length === 1) return { scores: strict, isLoose: false };
    const loose = new Map();
    for (const scores of wanted) {
      for (const [article, value] of scores) loose.set(article, (loose.get(article) ?? 0) + value);
    }
    return { scores: keep(loose), isLoose: true };
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

  /* Articles whose headlines have all these words, the last of which may be unfinished; best first. */
  async function findHeadlines(words, most) {
    const each = await Promise.all(words.map(async (word, place) => {
      const isLast = place === words.length - 1;
      const entries = isLast ? await newsgenSearch.findAll("words", word, 2)
        : [[word, (await newsgenSearch.find("words", word)) ?? ""]];
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

  /* People, countries and outlets that bear these words; the last one may be unfinished if `isTyping`. */
  async function findNames(words, most, isTyping) {
    const entries = await Promise.all(words.map(async (word, place) =>
      isTyping && place === words.length - 1 ? newsgenSearch.findAll("names", word, 6)
        : [[word, (await newsgenSearch.find("names", word)) ?? []]]));
    const found = new Map();
    for (const [key, bearers] of entries.flat()) {
      for (const [kind, id, href, name, count, every, spelling] of bearers) {
        const theirs = every.split(" ");
        const fits = (word, place) => (isTyping && place === words.length - 1
          ? theirs.some((other) => other.startsWith(word)) : theirs.includes(word));
        if (!words.every(fits)) continue;
        const known = found.get(kind + id);
        const exact = words.includes(key) && words.every((word) => theirs.includes(word));
        if (!known || exact) found.set(kind + id, { kind, id, href, name, count, spelling: spelling || known?.spelling, exact });
      }
    }
    const order = ["person", "country", "outlet"];
    return [...found.values()].sort((a, b) =>
      b.exact - a.exact || order.indexOf(a.kind) - order.indexOf(b.kind) || b.count - a.count || (a.id < b.id ? -1 : 1))
      .slice(0, most);
  }

  /* Words of the index that differ from one by a letter or two, the most frequent first. */
  async function findSimilar(word) {
    const near = await newsgenSearch.findAll("words", [...word].slice(0, 2).join(""), 40);
    return near.filter(([other]) => Math.abs(other.length - word.length) < 3 && distance(word, other) <= (word.length > 5 ? 2 : 1))
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([other]) => other);
  }

  function distance(one, other) {
    let above = [...Array(other.length + 1).keys()];
    for (let row = 1; row <= one.length; row++) {
      const here = [row];
      for (let column = 1; column <= other.length; column++) {
        here.push(Math.min(above[column] + 1, here[column - 1] + 1, above[column - 1] + (one[row - 1] !== other[column - 1])));
      }
      above = here;
    }
    return above[other.length];
  }

  return { parse, run, countFacets, nameFacet, findDates, findHeadlines, findNames, findSimilar };
})();
