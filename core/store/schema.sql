-- The Entente dossier, version 2: one SQLite 3 database (https://sqlite.org/fileformat.html) a
-- dossier, for any program and for the sqlite3 shell:
--
--     sqlite3 my.entente "SELECT * FROM relation WHERE sectors LIKE '%energy%'"
--
-- How to read it
--   * PRAGMA application_id is 1162761285 (the letters ENTE, at byte 68 of the file); PRAGMA
--     user_version is the version of this schema. A program must refuse a later version.
--   * Texts are UTF-8. An empty text means that nothing is said.
--   * Dates and periods are EDTF, ISO 8601-2 level 1: 2001-03-12 a day, 2022-09 a month, 2019? an
--     uncertain year, 2001~ about 2001, 2001/2010 from and to, 2025-01-17/.. still open, /2024
--     begin unknown, 201X some year of that decade, 2001-21 spring 2001.
--   * Sectors are a JSON array of sector.id: ["defence","energy"]; json_each() takes it apart.
--   * Rows stand in the dossier's own order, by their integer key. The keys count from 1, hold
--     within this file only and change when it is saved again; the texts named id last.
--   * The CHECK constraints and references say what holds; Entente checks them on reading.

PRAGMA application_id = 1162761285;
PRAGMA user_version = 2;

-- What stands on the cover; exactly one row.
CREATE TABLE cover (
    title       TEXT NOT NULL,
    description TEXT NOT NULL,
    as_of       TEXT NOT NULL,              -- EDTF: the day up to which the dossier was kept
    language    TEXT NOT NULL               -- BCP 47, of labels and notes: en, fa, ru-Latn
) STRICT;

-- Fields of relations: at most 64.
CREATE TABLE sector (
    key    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL,                   -- lower case: defence
    name   TEXT NOT NULL,                   -- as people read it: Defence
    colour TEXT NOT NULL                    -- #RRGGBB
        CHECK (colour GLOB '#[0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F]')
) STRICT;

-- Publications that claims rest on.
CREATE TABLE source (
    key       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL,
    title     TEXT NOT NULL,
    publisher TEXT NOT NULL,
    address   TEXT NOT NULL,                -- URL
    date      TEXT NOT NULL,                -- EDTF
    note      TEXT NOT NULL
) STRICT;

-- Actors (state to other), agreements and events.
CREATE TABLE vertex (
    key        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('state', 'leader', 'organisation', 'group', 'company',
                                             'other', 'agreement', 'event')),
    type       TEXT NOT NULL,               -- finer than the kind: treaty, supply, visit
    label      TEXT NOT NULL,               -- English (or only) name or title
    period     TEXT NOT NULL,               -- EDTF
    status     TEXT NOT NULL CHECK (status IN ('unstated', 'negotiated', 'signed', 'in force',
                                               'suspended', 'ended')),
    confidence TEXT NOT NULL CHECK (confidence IN ('confirmed', 'reported', 'alleged', 'planned')),
    polarity   TEXT NOT NULL CHECK (polarity IN ('cooperative', 'neutral', 'conflictual')),
    sectors    TEXT NOT NULL,               -- JSON array of sector.id
    latitude   REAL,                        -- WGS 84, degrees; NULL: no place is given
    longitude  REAL,
    note       TEXT NOT NULL
) STRICT;

-- Further names of a vertex: other languages, scripts and spellings.
CREATE TABLE name (
    vertex   INTEGER NOT NULL REFERENCES vertex (key),
    position INTEGER NOT NULL,              -- from 1: the order in which they were given
    language TEXT NOT NULL,                 -- BCP 47
    text     TEXT NOT NULL,
    alias    INTEGER NOT NULL CHECK (alias IN (0, 1)), -- 1: known by it too
    PRIMARY KEY (vertex, position)
) STRICT, WITHOUT ROWID;

-- Identifiers of a vertex in other systems: iso3 RUS, cow 365, wikidata Q159.
CREATE TABLE code (
    vertex   INTEGER NOT NULL REFERENCES vertex (key),
    position INTEGER NOT NULL,              -- from 1: the order in which they were given
    system   TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (vertex, position)
) STRICT, WITHOUT ROWID;

-- What an agreement provides for, a sentence a row.
CREATE TABLE term (
    vertex   INTEGER NOT NULL REFERENCES vertex (key),
    position INTEGER NOT NULL,              -- from 1: the order in which they were given
    text     TEXT NOT NULL,
    PRIMARY KEY (vertex, position)
) STRICT, WITHOUT ROWID;

-- When an agreement was renewed.
CREATE TABLE renewal (
    vertex   INTEGER NOT NULL REFERENCES vertex (key),
    position INTEGER NOT NULL,              -- from 1: the order in which they were given
    date     TEXT NOT NULL,                 -- EDTF
    PRIMARY KEY (vertex, position)
) STRICT, WITHOUT ROWID;

-- Amounts: 55 'billion m³' per 'year'.
CREATE TABLE quantity (
    vertex   INTEGER NOT NULL REFERENCES vertex (key),
    position INTEGER NOT NULL,              -- from 1: the order in which they were given
    number   REAL,                          -- NULL: not a number
    unit     TEXT NOT NULL,
    per      TEXT NOT NULL,
    PRIMARY KEY (vertex, position)
) STRICT, WITHOUT ROWID;

-- Ties (actor to actor), participations (actor to agreement or event, the type being its role) and
-- lineage (later agreement to earlier agreement).
CREATE TABLE edge (
    key        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('tie', 'participation', 'lineage')),
    source     INTEGER NOT NULL REFERENCES vertex (key),
    target     INTEGER NOT NULL REFERENCES vertex (key),
    directed   INTEGER NOT NULL CHECK (directed IN (0, 1)),
    type       TEXT NOT NULL,               -- ally, leads; a role; builds on
    period     TEXT NOT NULL,               -- EDTF
    confidence TEXT NOT NULL CHECK (confidence IN ('confirmed', 'reported', 'alleged', 'planned')),
    polarity   TEXT NOT NULL CHECK (polarity IN ('cooperative', 'neutral', 'conflictual')),
    sectors    TEXT NOT NULL,               -- JSON array of sector.id
    weight     REAL,                        -- NULL: not a number
    note       TEXT NOT NULL
) STRICT;

-- Statements about one vertex or one edge, and who makes them.
CREATE TABLE claim (
    key         INTEGER PRIMARY KEY,
    vertex      INTEGER REFERENCES vertex (key),
    edge        INTEGER REFERENCES edge (key),
    statement   TEXT NOT NULL,
    source      INTEGER REFERENCES source (key), -- NULL: none is given
    locator     TEXT NOT NULL,              -- where in the source: art. 46
    attribution TEXT NOT NULL,              -- who says so, as the source has it
    confidence  TEXT NOT NULL CHECK (confidence IN ('confirmed', 'reported', 'alleged', 'planned')),
    date        TEXT NOT NULL,              -- EDTF: when it was said
    CHECK ((vertex IS NULL) <> (edge IS NULL))
) STRICT;

-- What files that were read said beside all this, as they were written: the names, and below them
-- the values.
CREATE TABLE attribute (
    key     INTEGER PRIMARY KEY,
    element TEXT NOT NULL CHECK (element IN ('vertex', 'edge')),
    name    TEXT NOT NULL,
    type    TEXT NOT NULL                   -- as the file declared it; empty: it did not. Since
                                            -- version 2
        CHECK (type IN ('', 'text', 'boolean', 'integer', 'number'))
) STRICT;

CREATE TABLE vertex_attribute (
    vertex    INTEGER NOT NULL REFERENCES vertex (key),
    attribute INTEGER NOT NULL REFERENCES attribute (key),
    value     TEXT NOT NULL,
    PRIMARY KEY (vertex, attribute)
) STRICT, WITHOUT ROWID;

CREATE TABLE edge_attribute (
    edge      INTEGER NOT NULL REFERENCES edge (key),
    attribute INTEGER NOT NULL REFERENCES attribute (key),
    value     TEXT NOT NULL,
    PRIMARY KEY (edge, attribute)
) STRICT, WITHOUT ROWID;

-- Saved combinations of projection, filter, layout and style.
CREATE TABLE view (
    key        INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    definition TEXT NOT NULL CHECK (json_valid(definition)) -- JSON object
) STRICT;

-- For people: edges with the names of their ends.
CREATE VIEW relation AS
    SELECT edge.key, edge.kind, source.label AS source, edge.type, target.label AS target,
           edge.period, edge.sectors, edge.polarity, edge.confidence, edge.weight, edge.note
    FROM edge
    JOIN vertex AS source ON source.key = edge.source
    JOIN vertex AS target ON target.key = edge.target;

-- For people: who says what about what.
CREATE VIEW evidence AS
    SELECT claim.key,
           coalesce(vertex.label, relation.source || ' → ' || relation.target) AS about,
           claim.statement, claim.attribution, claim.confidence, claim.date,
           source.title AS source, claim.locator, source.address
    FROM claim
    LEFT JOIN vertex ON vertex.key = claim.vertex
    LEFT JOIN relation ON relation.key = claim.edge
    LEFT JOIN source ON source.key = claim.source;
