"""The tables of `data/archive.sqlite`, in SQL with a word on each column: SQLite keeps the comments in the file.

Whoever opens it sees them (`.schema` in the SQLite shell, the foot of each table's page in Datasette). Dates are EDTF
with the first and last day that they may mean beside them, so that they sort and compare.
"""

TABLES = """
CREATE TABLE countries (
    code TEXT PRIMARY KEY,             -- ISO 3166-1 alpha-2
    name TEXT NOT NULL,                -- in English
    page TEXT                          -- address within the site; null without a page
);
CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,                -- the outlet
    country TEXT REFERENCES countries (code),
    url TEXT,                          -- its own site
    rights TEXT NOT NULL,              -- what the archive may show: full, excerpt (first paragraph), metadata (no text)
    page TEXT NOT NULL
);
CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,                -- the spelling shown
    titles TEXT NOT NULL,              -- titles and offices as written, most used first, with semicolons between
    note TEXT,                         -- the editor's
    page TEXT                          -- null for a mere family name
);
CREATE TABLE spellings (
    person TEXT NOT NULL REFERENCES people (id),
    spelling TEXT NOT NULL,            -- as written, without titles
    articles INTEGER NOT NULL,         -- how many write it so
    PRIMARY KEY (person, spelling)
) WITHOUT ROWID;
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    headline TEXT NOT NULL,
    source TEXT REFERENCES sources (id),
    published TEXT,                    -- EDTF
    published_first TEXT,              -- the first day that it may mean
    published_last TEXT,               -- the last
    published_inferred INTEGER NOT NULL, -- 1 if part of the date was inferred rather than given
    place TEXT,                        -- of the dateline
    place_country TEXT REFERENCES countries (code),
    agency TEXT,                       -- of the dateline
    byline TEXT,
    language TEXT NOT NULL,            -- ISO 639-1
    url TEXT,                          -- of the original
    rights TEXT NOT NULL,              -- full, excerpt or metadata: what of the text is here
    path TEXT NOT NULL,                -- the clipping
    page TEXT NOT NULL,
    names TEXT NOT NULL,               -- every spelling of all whom it names: for the search
    body TEXT NOT NULL                 -- as far as it may be shown
);
CREATE TABLE article_people (
    article TEXT NOT NULL REFERENCES articles (id),
    person TEXT NOT NULL REFERENCES people (id),
    mentions INTEGER NOT NULL,
    PRIMARY KEY (article, person)
) WITHOUT ROWID;
CREATE TABLE article_countries (
    article TEXT NOT NULL REFERENCES articles (id),
    country TEXT NOT NULL REFERENCES countries (code),
    mentions INTEGER NOT NULL,         -- the dateline counts as one
    is_primary INTEGER NOT NULL,       -- 1 if the article is about it
    PRIMARY KEY (article, country)
) WITHOUT ROWID;
CREATE TABLE mentions (
    article TEXT NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,           -- in the order of the text
    person TEXT REFERENCES people (id),
    country TEXT REFERENCES countries (code), -- either a person or a country
    part TEXT NOT NULL,                -- headline or body
    first INTEGER NOT NULL,            -- offset in that part, in characters
    last INTEGER NOT NULL,             -- offset behind the mention
    surface TEXT NOT NULL,             -- as written, title and all
    PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE TABLE quotes (
    article TEXT NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,           -- in the order of the text
    speaker TEXT REFERENCES people (id),
    first INTEGER NOT NULL,            -- offset in the body, in characters
    last INTEGER NOT NULL,
    quote TEXT NOT NULL,               -- without quotation marks
    PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    date TEXT NOT NULL,                -- EDTF
    date_first TEXT,
    date_last TEXT,
    kind TEXT NOT NULL,                -- happened, or announced where nobody reports it as happened
    sentence TEXT,                     -- of the clearest report that may be shown; null where none may
    independent_texts INTEGER NOT NULL -- articles that carry the same text count as one
);
CREATE TABLE event_people (
    event TEXT NOT NULL REFERENCES events (id),
    person TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (event, person)
) WITHOUT ROWID;
CREATE TABLE event_countries (
    event TEXT NOT NULL REFERENCES events (id),
    country TEXT NOT NULL REFERENCES countries (code),
    PRIMARY KEY (event, country)
) WITHOUT ROWID;
CREATE TABLE reports (
    article TEXT NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,           -- in the order of the text
    event TEXT REFERENCES events (id),
    date TEXT NOT NULL,                -- EDTF, as this article gives it
    date_first TEXT,
    date_last TEXT,
    kind TEXT NOT NULL,                -- happened or announced
    background INTEGER NOT NULL,       -- 1 if the article only recalls it
    first INTEGER,                     -- offset of the sentence in the body; null where it is not there
    last INTEGER,
    sentence TEXT,                     -- null where it may not be shown
    PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE TABLE timelines (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    description TEXT,
    page TEXT NOT NULL
);
CREATE TABLE timeline_events (
    timeline TEXT NOT NULL REFERENCES timelines (id),
    event TEXT NOT NULL REFERENCES events (id),
    position INTEGER NOT NULL,         -- in order of date
    title TEXT,                        -- what the editor writes in place of the sentence
    PRIMARY KEY (timeline, event)
) WITHOUT ROWID;
"""

ROWS_OF = {
    "articles": {
        "articles": "id",
        "article_people": "article",
        "article_countries": "article",
        "mentions": "article",
        "quotes": "article",
        "reports": "article",
    },
    "events": {"events": "id", "event_people": "event", "event_countries": "event"},
}
"""The tables whose rows belong to one article each, or to one event, with the column that says to which."""

INDEXES = """
CREATE INDEX articles_published ON articles (published_first);
CREATE INDEX articles_source ON articles (source);
CREATE INDEX article_people_person ON article_people (person);
CREATE INDEX article_countries_country ON article_countries (country);
CREATE INDEX mentions_person ON mentions (person) WHERE person IS NOT NULL;
CREATE INDEX quotes_speaker ON quotes (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX events_date ON events (date_first);
CREATE INDEX event_people_person ON event_people (person);
CREATE INDEX event_countries_country ON event_countries (country);
CREATE INDEX reports_event ON reports (event);
CREATE INDEX timeline_events_event ON timeline_events (event);
"""

SEARCH = """
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    headline, body, names,
    content="articles", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', 33554432); -- so that no pieces are to be merged
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
INSERT INTO articles_fts (articles_fts) VALUES ('optimize');
"""

VIEWS = """
CREATE VIEW people_by_article AS
SELECT articles.published_first AS published, articles.id AS article, articles.headline,
       sources.name AS source, people.id AS person, people.name, article_people.mentions
FROM article_people
JOIN articles ON articles.id = article_people.article
JOIN people ON people.id = article_people.person
LEFT JOIN sources ON sources.id = articles.source;

CREATE VIEW countries_by_article AS
SELECT articles.published_first AS published, articles.id AS article, articles.headline,
       sources.name AS source, countries.code AS country, countries.name,
       article_countries.mentions, article_countries.is_primary
FROM article_countries
JOIN articles ON articles.id = article_countries.article
JOIN countries ON countries.code = article_countries.country
LEFT JOIN sources ON sources.id = articles.source;

CREATE VIEW reports_by_event AS
SELECT events.date AS event_date, events.id AS event, reports.date AS date_given, reports.kind,
       sources.name AS source, articles.id AS article, articles.headline, reports.sentence
FROM reports
JOIN events ON events.id = reports.event
JOIN articles ON articles.id = reports.article
LEFT JOIN sources ON sources.id = articles.source;

CREATE VIEW articles_by_month AS
SELECT substr(published_first, 1, 7) AS month, count(*) AS articles, count(DISTINCT source) AS sources
FROM articles
WHERE published_first IS NOT NULL AND substr(published_first, 1, 7) = substr(published_last, 1, 7)
GROUP BY 1;

CREATE VIEW wordings_by_source AS
SELECT people.id AS person, people.name, mentions.surface, sources.name AS source,
       count(*) AS mentions, count(DISTINCT mentions.article) AS articles
FROM mentions
JOIN people ON people.id = mentions.person
JOIN articles ON articles.id = mentions.article
LEFT JOIN sources ON sources.id = articles.source
GROUP BY 1, 2, 3, 4;
"""
