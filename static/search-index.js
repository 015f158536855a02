"use strict";

/* The index: loads its files as scripts, which works from a disk, too, and answers queries. */

const newsgenSearch = (() => {
  const NEAR_FILES = 5;
  const waiting = new Map();
  const loaded = new Map();
  let about, base, shards, digits, half;

  /* Called by index.js. */
  function open(what) {
    about = what;
    base = new URL(".", document.currentScript.src).href;
    half = what.signs.length / 2;
    digits = new Uint8Array(128);
    [...what.signs].forEach((sign, digit) => { digits[sign.charCodeAt(0)] = digit; });
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

  /* [key, value] of keys that differ from a word by so few letters, as far as few files tell. */
  async function findNear(family, word, most) {
    const far = (prefix) => searchWords.measure(word.slice(0, prefix.length), prefix);
    const wanted = [...shards[family]].sort((one, other) => far(one) - far(other)).slice(0, NEAR_FILES);
    const files = await Promise.all(wanted.map((prefix) => loadShard(family, prefix)));
    return files.flatMap(Object.entries).filter(([key]) => searchWords.measure(word, key) <= most);
  }

  /* Calls back with each number of a text. */
  function eachNumber(text, use) {
    for (let place = 0, number = 0, weight = 1; place < text.length; place++) {
      const digit = digits[text.charCodeAt(place)];
      if (digit >= half) {
        number += (digit - half) * weight;
        weight *= half;
      } else {
        use(number + digit * weight);
        number = 0;
        weight = 1;
      }
    }
  }

  /* Calls back with each article's number and the value of the sign behind it. */
  function eachPosting(text, use) {
    for (let place = 0, article = 0, weight = 1; place < text.length; place++) {
      const digit = digits[text.charCodeAt(place)];
      if (digit >= half) {
        article += (digit - half) * weight;
        weight *= half;
      } else {
        article += digit * weight;
        weight = 1;
        use(article, digits[text.charCodeAt(++place)]);
      }
    }
  }

  return {
    open, take, find, findAll, findNear, countFiles, loadText, eachNumber, eachPosting,
    get articles() { return about.articles; },
    get grades() { return half; },
  };
})();
