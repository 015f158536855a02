"use strict";

/* The page of the search: reads its address, asks the index, shows what is found. Text is only ever set as text. */

(() => {
  const PAGE = 10, FIRST = 3, EXTRACT = 260, MOST_FACETS = 15, EAGER_FILES = 4, BESIDE = 2, MEANT = 3;
  const SPECIAL = /["“”«]|(^|\s)-/;
  const FACETS = { country: "country", person: "person", outlet: "outlet", date: "year" };
  const get = (name) => document.getElementById(`search-${name}`);
  const root = document.getElementById("search"), input = get("input"), status = get("status");
  const results = get("results"), more = get("more"), found = get("found");
  let turn = 0, state, last, refocus;

  const say = (name, values = {}) =>
    Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, value), root.dataset[name]);
  const tell = (count) => count.toLocaleString(document.documentElement.lang);
  const count = (number) => (number === 1 ? say("one") : say("many", { count: tell(number) }));

  function make(tag, text, properties = {}) {
    const element = document.createElement(tag);
    element.textContent = text;
    return Object.assign(element, properties);
  }

  /* The state is the address: q, country, person, outlet, year, sort, page. */
  function readState() {
    const asked = new URLSearchParams(location.search);
    return {
      q: asked.get("q")?.trim() ?? "",
      sort: asked.get("sort") === "date" ? "date" : "relevance",
      page: Math.max(1, parseInt(asked.get("page") ?? "1", 10) || 1),
      chosen: Object.entries(FACETS).filter(([, name]) => asked.get(name)).map(([kind, name]) => [kind, asked.get(name)]),
    };
  }

  function address({ q, sort = "relevance", page, chosen }) {
    const asked = new URLSearchParams(q ? { q } : {});
    for (const [kind, id] of chosen) asked.set(FACETS[kind], id);
    if (sort !== "relevance") asked.set("sort", sort);
    if (page > 1) asked.set("page", page);
    return `?${asked}`;
  }

  function go(next) {
    try {
      history.pushState(null, "", address(next));
      show();
    } catch {
      location.search = address(next);
    }
  }

  /* `kind` tells whose facets the link stands among: they are made anew, and the focus must not be lost with them. */
  function leadTo(link, next, kind) {
    link.href = address(next);
    link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      refocus = kind;
      go(next);
    };
    return link;
  }

  async function show() {
    const own = ++turn;
    state = readState();
    input.value = state.q;
    close();
    found.hidden = !state.q && state.chosen.length === 0;
    if (found.hidden) {
      status.textContent = "";
      if (refocus) input.focus();
      refocus = undefined;
      return;
    }
    try {
      const query = searchQuery.parse(state.q);
      const words = query.all.flatMap((clause) => clause.words);
      const naming = state.page === 1 && words.length > 0 ? findNames(state.q, words, 3, false, state.chosen) : [];
      const asking = searchQuery.run(query, state.chosen.map(([kind, id]) => `${kind}:${id}`));
      const [names, answer] = await Promise.all([naming, asking]);
      const articles = await pickFirst(answer.scores, query.all.length > 0 ? state.sort : "date", state.page * PAGE);
      const meant = names.length > 0 ? [] : await findMeant(answer.missing, words);
      if (own !== turn) return;
      last = answer.scores;
      await showResults(articles, new Set([...words, ...listTelling(answer.otherwise)]), () => own === turn, () => {
        status.textContent = tellOutcome(answer, query);
        if (meant.length > 0) status.append(" ", askMeant(meant));
        get("names").replaceChildren(...names.map(makeName));
        get("advice").hidden = answer.scores.size > 0;
      });
      if (own !== turn) return;
      showSide(); // not before the results stand: on a narrow page they would push it down
    } catch (error) {
      if (own === turn) status.textContent = say("failed");
      if (!(error instanceof Error)) throw error;
    }
  }

  function tellOutcome({ scores, isLoose, otherwise }, query) {
    if (scores.size === 0) return say(query.all.length + state.chosen.length > 0 ? "none" : "wordless");
    if (isLoose) return say("loose", { articles: count(scores.size) });
    const others = [...otherwise.articles].filter((article) => scores.has(article)).length;
    return others === 0 ? count(scores.size) : say("otherwise", { articles: count(scores.size), count: tell(others) });
  }

  /* Words to mark where a name is spelled otherwise; short ones may be anything. */
  const listTelling = ({ people }) => people.flatMap(({ name }) => searchWords.list(name)).filter((word) => word.length > 3);

  /* The first articles by score, or by date and then by score; all need not be sorted for a page of them. */
  async function pickFirst(scores, sort, most) {
    const dates = sort === "date" ? await searchQuery.findDates() : null;
    const first = [];
    const compare = (one, other) => other.date - one.date || other.score - one.score || one.article - other.article;
    scores.forEach((score, article) => {
      const date = dates?.get(article) ?? -1, worst = first[most - 1];
      if (worst && (worst.date > date || (worst.date === date && worst.score > score))) return;
      const entry = { article, score, date };
      let place = first.length;
      while (place > 0 && compare(entry, first[place - 1]) < 0) place--;
      first.splice(place, 0, entry);
      if (first.length > most) first.pop();
    });
    return first.map(({ article }) => article);
  }

  /* Results */

  /* The first results as soon as they are there, with what stands above them, so that nothing moves; then the others. */
  async function showResults(articles, words, isCurrent, showHead) {
    const kept = state.page > 1 ? (state.page - 1) * PAGE : 0;
    const hadThem = kept > 0 && results.children.length > 0;
    const texts = articles.map(newsgenSearch.loadText);
    const makeAll = async (some) => (await Promise.all(some)).map((text) => makeResult(text, words));
    const first = await makeAll(texts.slice(0, kept + FIRST));
    if (!isCurrent()) return;
    showHead();
    results.replaceChildren(...first);
    if (hadThem) results.children[kept]?.querySelector("a").focus();
    const others = await makeAll(texts.slice(kept + FIRST));
    if (!isCurrent()) return;
    results.append(...others);
    more.hidden = texts.length >= last.size;
  }

  function makeResult([href, headline, source, date, language, body, note], words) {
    const item = make("li", "", { className: "search-result" });
    const title = make("h2", "", { dir: "auto" });
    const link = make("a", "", { href, lang: language });
    addMarked(link, searchWords.mark(headline, words));
    title.append(link);
    const imprint = make("p", "", { className: "note" });
    for (const part of [source, date].filter(Boolean)) {
      imprint.append(imprint.hasChildNodes() ? " · " : "", make("bdi", part));
    }
    if (note) imprint.append(" · ", make("span", note, { className: "note" }));
    item.append(title, imprint);
    if (body) {
      const extract = make("p", "", { lang: language, dir: "auto", className: "extract" });
      addMarked(extract, cutExtract(searchWords.mark(body.replace(/\s+/g, " "), words)));
      item.append(extract);
    }
    return item;
  }

  function addMarked(element, pieces) {
    element.append(...pieces.map(([text, isMarked]) => (isMarked ? make("mark", text) : text)));
  }

  /* The stretch of a text with most different marked words, cut between words. */
  function cutExtract(pieces) {
    const starts = [];
    let end = 0;
    for (const [text, isMarked] of pieces) {
      if (isMarked) starts.push([end, searchWords.fold(text)]);
      end += text.length;
    }
    let best = 0, most = 0;
    starts.forEach(([start], place) => {
      const near = new Set();
      for (let other = place; other < starts.length && starts[other][0] < start + EXTRACT - 60; other++) near.add(starts[other][1]);
      if (near.size > most) [best, most] = [start, near.size];
    });
    return cutPieces(pieces, Math.max(0, best - 60), Math.max(0, best - 60) + EXTRACT, end);
  }

  function cutPieces(pieces, from, to, end) {
    const cut = [];
    let start = 0;
    for (const [text, isMarked] of pieces) {
      let part = text.slice(Math.max(0, from - start), Math.max(0, to - start));
      if (part && !isMarked) {
        if (start < from) part = part.replace(/^\S{0,30}\s/, "");
        if (start + text.length > to) part = part.replace(/\s\S{0,30}$/, "");
      }
      if (part) cut.push([part, isMarked]);
      start += text.length;
    }
    return [...(from > 0 ? [["… ", false]] : []), ...cut, ...(to < end ? [[" …", false]] : [])];
  }

  function makeName(name) {
    const item = make("li", "");
    item.append(make("a", name.name, { href: name.href, dir: "auto" }), " ", make("span", tellName(name), { className: "note" }));
    return item;
  }

  const tellName = ({ kind, spelling, count: articles }) =>
    [say(kind), spelling && say("also", { spelling }), articles && count(articles)].filter(Boolean).join(" · ");

  /* Names of which a query has all words; people whom some of its words tell, with the others. */
  async function findNames(q, words, most, isTyping, chosen) {
    const entries = await searchQuery.findNames(words, isTyping);
    const isWhole = (entry) => entry.words.length === words.length;
    const isPlain = !SPECIAL.test(q) && !chosen.some(([kind]) => kind === "person");
    const beside = isPlain ? entries.filter((entry) => !isWhole(entry)).slice(0, BESIDE) : [];
    const others = (await Promise.all(beside.map((entry) => narrow(entry, q, chosen)))).flat();
    return [...entries.filter(isWhole).slice(0, most - others.length), ...others];
  }

  /* A name as a facet of the rest of the query; nothing if no article has both. */
  async function narrow(entry, text, others) {
    const isOther = (part) => !searchWords.list(part).every((word) => entry.words.includes(word));
    const q = text.split(/\s+/).filter(isOther).join(" ");
    if (!q) return [entry];
    const chosen = [...others, [entry.kind, entry.id]];
    const { scores, isLoose } = await searchQuery.run(searchQuery.parse(q), chosen.map((facet) => facet.join(":")));
    if (isLoose || scores.size === 0) return [];
    return [{ ...entry, name: `${entry.name} + ${q}`, count: scores.size, href: address({ q, chosen }) }];
  }

  /* Links to what words that no article has may mean: names, or the query with similar words. */
  async function findMeant(missing, words) {
    const links = [];
    let q = searchWords.fold(state.q);
    for (const word of missing) {
      const names = (await searchQuery.findMeant(word, words)).slice(0, MEANT);
      for (const name of names) {
        const [entry] = [...(await narrow(name, state.q, state.chosen)), name];
        links.push(make("a", entry.name, { href: entry.href, dir: "auto" }));
      }
      const similar = await searchQuery.findSimilar(word);
      if (similar && !names.some(({ every }) => every.includes(similar))) q = q.replace(word, similar);
    }
    return q === searchWords.fold(state.q) ? links : [...links, leadTo(make("a", q), { ...state, q, page: 1 }, "query")];
  }

  function askMeant(links) {
    const question = get("similar").content.cloneNode(true);
    question.querySelector("span").replaceChildren(...links.flatMap((link, place) => (place > 0 ? [", ", link] : [link])));
    return question;
  }

  /* Order and facets */

  function showSide() {
    get("side").hidden = last.size === 0 && state.chosen.length === 0;
    for (const link of get("order").querySelectorAll("a")) {
      leadTo(link, { ...state, sort: link.dataset.sort, page: 1 });
      if (link.dataset.sort === state.sort) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    get("chosen").replaceChildren();
    for (const details of get("side").querySelectorAll("details")) {
      details.querySelector("ul").replaceChildren();
      details.hidden = last.size === 0;
      const isFew = newsgenSearch.countFiles("facets", `${details.dataset.kind}:`) <= EAGER_FILES;
      const isChosen = state.chosen.some(([kind]) => kind === details.dataset.kind);
      if (isChosen || details.open || refocus === details.dataset.kind) fill(details);
      if (isFew && !details.dataset.offered) details.open = true;  // once: whoever closes it wants it closed
      details.dataset.offered = "yes";
    }
    if (refocus === "query") focusOn(input);
  }

  function focusOn(element) {
    refocus = undefined;
    element.focus();
  }

  async function fill(details) {
    const own = turn, { kind } = details.dataset;
    const chosen = state.chosen.find(([other]) => other === kind);
    const [entries, name] = await Promise.all([
      searchQuery.countFacets(kind, last), chosen && searchQuery.nameFacet(chosen.join(":")),
    ]);
    if (own !== turn) return;
    const byName = (a, b) => (kind === "date" ? (parseInt(b.id, 10) || 0) - (parseInt(a.id, 10) || 0) : b.count - a.count || (a.id < b.id ? -1 : 1));
    const rest = state.chosen.filter((other) => other !== chosen);
    const nameOf = ({ id, name }) => (id === "undated" ? say("undated") : name);
    if (chosen) addChosen(kind, nameOf({ id: chosen[1], name }), rest);
    const others = entries.filter(({ id }) => id !== chosen?.[1]).sort(byName);
    details.hidden = others.length === 0;
    details.querySelector("ul").replaceChildren(...others
      .slice(0, kind === "date" ? Infinity : MOST_FACETS).map((entry) => {
        const item = make("li", "");
        const next = { ...state, page: 1, chosen: [...rest, [kind, entry.id]] };
        item.append(leadTo(make("a", nameOf(entry), { dir: "auto" }), next, kind));
        item.append(" ", make("span", tell(entry.count), { className: "count" }));
        return item;
      }));
    if (refocus !== kind) return;
    const chip = get("chosen").querySelector(`[data-kind="${kind}"] a`);
    focusOn(chip ?? (others.length > 0 ? details.querySelector("summary") : input));
  }

  function addChosen(kind, name, rest) {
    const item = make("li", "");
    const link = leadTo(make("a", `${name} ×`, { dir: "auto" }), { ...state, page: 1, chosen: rest }, kind);
    link.setAttribute("aria-label", say("without", { name }));
    item.dataset.kind = kind;
    item.append(link);
    get("chosen").querySelector(`[data-kind="${kind}"]`)?.remove();
    get("chosen").append(item);
  }

  /* Suggestions: a combobox with a list below it */

  const list = get("suggestions");
  let active = -1, asked = 0, timer;

  function close() {
    asked++;
    clearTimeout(timer);
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  async function suggest() {
    const own = ++asked;
    const words = searchWords.list(input.value);
    if (words.length === 0 || SPECIAL.test(input.value)) return close();
    const names = await findNames(input.value, words, 6, true, []);
    /* Two signs of many bytes are a word. */
    const numbers = encodeURI(words.join("")).length < 3 ? [] : await searchQuery.findHeadlines(words, 8 - names.length);
    const texts = await Promise.all(numbers.map(newsgenSearch.loadText));
    if (own !== asked) return;
    const articles = texts.map(([href, headline]) => ({ kind: "headline", name: headline, href }));
    list.replaceChildren(...[...names, ...articles].map(makeSuggestion));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = list.children.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (!list.hidden) status.textContent = say("suggested", { count: list.children.length });
  }

  function makeSuggestion(entry, place) {
    const item = make("li", "", { id: `search-suggestion-${place}`, role: "option" });
    item.setAttribute("aria-selected", "false");
    item.dataset.href = entry.href;
    item.append(make("bdi", entry.name), " ", make("span", tellName(entry), { className: "note" }));
    item.onpointerdown = (event) => event.preventDefault();
    item.onclick = () => location.assign(entry.href);
    return item;
  }

  function move(step) {
    asked++;  // what is still on its way would change the list under the reader's eyes
    clearTimeout(timer);
    const options = list.children;
    options[active]?.setAttribute("aria-selected", "false");
    const places = options.length + 1;  // one of them is the field itself
    active = ((active + 1 + step + places) % places) - 1;
    const option = options[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => suggest().catch(close), 80);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) location.assign(list.children[active].dataset.href);
    else return;
    event.preventDefault();
  });
  root.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    go({ ...readState(), q: input.value.trim(), page: 1, chosen: [] });
  });
  more.addEventListener("click", () => go({ ...state, page: state.page + 1 }));
  for (const details of get("side").querySelectorAll("details")) {
    details.addEventListener("toggle", () => { if (details.open && last) fill(details); });
  }
  window.addEventListener("popstate", show);

  root.hidden = false;
  if (!location.search) input.focus();
  show();
})();
