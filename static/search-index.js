"use strict";

/* The index: loads its files as scripts, which works from a disk, too, and answers queries. */

const newsgenSearch = (() => {
  const waiting = new Map();
  const loaded = new Map();
  let about, base, shards, digits;

  /* Called by index.js. */
  function open(what) {
    about = what;
    base = new URL(".", document.currentScript.src).href;
    digits = new Map([...what.signs].map((sign, digit) => [sign.charCodeAt(0), digit]));
    shards = {};
    for (const [family, prefixes] of Object.entries(what.prefixes)) {
      shards[family] = prefixes === null ? [] : prefixes.split(" ");
    }
    searchWords.adopt(what);
  }

  /* Called by each other file. */
  function take(name, value) {
    waiting.get(name)?.(value);
  }

  function load(name, file) {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        const script = document.createElement("script");
        script.charset = "utf-8";
        script.src = base + file;
        script.onerror = () => { loaded.delete(name); reject(new Error(file)); };
        script.onload = () => script.remove();
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  }

  function loadShard(family, prefix) {
    const name = prefix.replace(/[^a-z0-9]/gu, (letter) => `-${letter.codePointAt(0).toString(16)}-`);
    return load(`${family}/${prefix}`, `${family}/s-${name}.js`);
  }

  /* How many files hold what begins so. */
  const countFiles = (family, start) =>
    Math.max(1, shards[family].filter((prefix) => prefix.startsWith(start)).length);

  const loadText = (number) => load(`texts/${number}`, `texts/${number}.js`);

  /* What is filed under a key; undefined if nothing is. */
  async function find(family, key) {
    const prefix = shards[family].filter((start) => key.startsWith(start)).at(-1);
    const entries = prefix === undefined ? {} : await loadShard(family, prefix);
    return Object.hasOwn(entries, key) ? entries[key] : undefined;
  }

  /* [key, value] of all that begins so, unless that takes too many files. */
  async function findAll(family, start, most = Infinity) {
    const under = shards[family].filter((prefix) => prefix.startsWith(start));
    const above = shards[family].filter((prefix) => start.startsWith(prefix) && prefix !== start).at(-1);
    const wanted = above === undefined ? under : [above, ...under];
    const files = await Promise.all(wanted.slice(0, most).map((prefix) => loadShard(family, prefix)));
    return files.flatMap((entries) => Object.entries(entries).filter(([key]) => key.startsWith(start)));
  }

  /* [the number that a text has at a place, the place behind it] */
  function readNumber(text, from) {
    let number = 0, weight = 1, place = from;
    const half = about.signs.length / 2;
    for (;;) {
      const digit = digits.get(text.charCodeAt(place++));
      number += (digit % half) * weight;
      if (digit < half) return [number, place];
      weight *= half;
    }
  }

  /* Calls back with the article's number and the value of the sign behind it. */
  function eachPosting(text, use) {
    let article = 0;
    for (let place = 0; place < text.length; place++) {
      const [step, next] = readNumber(text, place);
      article += step;
      use(article, digits.get(text.charCodeAt(next)));
      place = next;
    }
  }

  return {
    open, take, find, findAll, countFiles, loadText, readNumber, eachPosting,
    get articles() { return about.articles; },
    get grades() { return about.signs.length / 2; },
  };
})();
