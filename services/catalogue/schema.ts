// The catalogue's tables, as migrations: each string brings the schema one version further and is never edited.
import { randomBytes } from 'node:crypto';

/** Names an archive on a server that holds others. */
export const newCatalogueId = (): string => randomBytes(8).toString('hex');

export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  -- One row a document; the row stays when its file goes (removed_at) or changes (version).
  CREATE TABLE documents (
    id            TEXT PRIMARY KEY,
    file          TEXT NOT NULL UNIQUE,
    version       INTEGER NOT NULL,
    revision      INTEGER NOT NULL,          -- from meta.revision; grows with every change, drives the engine and caches
    removed_at    TEXT,
    title         TEXT NOT NULL,
    number        TEXT,
    issuers       TEXT NOT NULL,             -- JSON array
    region        TEXT,
    region_code   TEXT,
    date          TEXT,
    year          INTEGER,
    title_years   TEXT NOT NULL,             -- JSON array
    type          TEXT,
    status        TEXT NOT NULL,
    origins       TEXT NOT NULL              -- JSON object
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX documents_revision ON documents(revision);

  -- Every text a document ever had. The newest is documents.version.
  CREATE TABLE versions (
    document_id   TEXT NOT NULL REFERENCES documents(id),
    version       INTEGER NOT NULL,
    content_hash  TEXT NOT NULL,             -- sha256 of the file's bytes: names the original
    text_hash     TEXT NOT NULL,             -- sha256 of the text's normal form
    format        TEXT NOT NULL,
    text          TEXT NOT NULL,
    outline       TEXT NOT NULL,             -- JSON
    pages         INTEGER,
    ingested_at   TEXT NOT NULL,
    PRIMARY KEY (document_id, version)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX versions_content ON versions(content_hash);
  CREATE INDEX versions_text ON versions(text_hash);

  CREATE TABLE removed_parts (
    document_id   TEXT NOT NULL,
    version       INTEGER NOT NULL,
    ordinal       INTEGER NOT NULL,
    at            INTEGER NOT NULL,
    text          TEXT NOT NULL,
    reason        TEXT NOT NULL,
    PRIMARY KEY (document_id, version, ordinal),
    FOREIGN KEY (document_id, version) REFERENCES versions(document_id, version)
  ) STRICT, WITHOUT ROWID;

  -- Passages of the newest version. AUTOINCREMENT: an id is never used again.
  CREATE TABLE passages (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id   TEXT NOT NULL REFERENCES documents(id),
    ordinal       INTEGER NOT NULL,
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    heading       TEXT NOT NULL,             -- JSON array
    page          INTEGER,
    embed_hash    TEXT NOT NULL,             -- sha256 of the text that is embedded
    embed_text    TEXT NOT NULL,             -- that text: title, heading path, table header, passage
    UNIQUE (document_id, ordinal)
  ) STRICT;
  CREATE INDEX passages_embed ON passages(embed_hash);

  CREATE TABLE vectors (
    fingerprint   TEXT NOT NULL,             -- the model's
    embed_hash    TEXT NOT NULL,
    vector        BLOB NOT NULL,             -- little-endian float32, unit length
    PRIMARY KEY (fingerprint, embed_hash)
  ) STRICT, WITHOUT ROWID;

  -- The ledger: the newest outcome of every file.
  CREATE TABLE ledger (
    file          TEXT PRIMARY KEY,
    root          TEXT NOT NULL,             -- absolute path of the folder given at ingest ('' for uploads)
    path          TEXT NOT NULL,             -- absolute path of the file
    status        TEXT NOT NULL CHECK (status IN ('indexed', 'duplicate', 'failed', 'removed')),
    code          TEXT,
    message       TEXT,
    document_id   TEXT,
    content_hash  TEXT,
    recipe        TEXT NOT NULL,             -- version of the ingest and of the metadata given; a change means reading again
    passages      INTEGER,
    ms            REAL NOT NULL,
    at            TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX ledger_document ON ledger(document_id);
  CREATE INDEX ledger_root ON ledger(root);

  -- The queue: a run is one call of ingest, a job one file of it.
  CREATE TABLE runs (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at    TEXT NOT NULL,
    finished_at   TEXT,
    removed       INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE jobs (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id        INTEGER NOT NULL REFERENCES runs(id),
    file          TEXT NOT NULL,
    root          TEXT NOT NULL,
    path          TEXT NOT NULL,
    metadata      TEXT,                      -- JSON: the file's line of --metadata
    result        TEXT                       -- JSON LedgerLine once done
  ) STRICT;
  CREATE INDEX jobs_open ON jobs(id) WHERE result IS NULL;
  CREATE INDEX jobs_run ON jobs(run_id);

  -- Who works on the queue, one at a time.
  CREATE TABLE lease (one INTEGER PRIMARY KEY CHECK (one = 1), owner TEXT NOT NULL, pid INTEGER NOT NULL, beat_at INTEGER NOT NULL) STRICT;

  -- What each engine index holds, by revision.
  CREATE TABLE engine_documents (
    identity      TEXT NOT NULL,
    document_id   TEXT NOT NULL,
    revision      INTEGER NOT NULL,
    PRIMARY KEY (identity, document_id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE documents ADD COLUMN status_basis TEXT;
  ALTER TABLE documents ADD COLUMN addressees TEXT NOT NULL DEFAULT '[]';   -- JSON array
  ALTER TABLE documents ADD COLUMN published_on TEXT;
  ALTER TABLE documents ADD COLUMN effective_on TEXT;
  ALTER TABLE documents ADD COLUMN signature TEXT;
  ALTER TABLE documents ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]';  -- JSON array
  ALTER TABLE versions ADD COLUMN unread TEXT NOT NULL DEFAULT '[]';        -- JSON array of UnreadPart
  ALTER TABLE passages ADD COLUMN ocr REAL;                                 -- mean confidence where OCR read it
  ALTER TABLE ledger ADD COLUMN archive TEXT;                               -- file of the zip that holds it
  ALTER TABLE ledger ADD COLUMN members INTEGER;                            -- for a zip: files in it
  ALTER TABLE ledger ADD COLUMN unread INTEGER;                             -- parts that could not be read
  ALTER TABLE jobs ADD COLUMN archive TEXT;                                 -- file of the zip that holds it
  CREATE INDEX ledger_archive ON ledger(archive) WHERE archive IS NOT NULL;

  -- What OCR read, so that a page is read once.
  CREATE TABLE recognised_pages (
    content_hash  TEXT NOT NULL,
    page          INTEGER NOT NULL,
    recognizer    TEXT NOT NULL,             -- names models and settings
    result        TEXT NOT NULL,             -- JSON RecognisedPage
    PRIMARY KEY (content_hash, page, recognizer)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE jobs ADD COLUMN bytes INTEGER;                                -- of a zip's member, unpacked
  ALTER TABLE jobs ADD COLUMN failure TEXT;                                 -- JSON: why a member could not be unpacked
  ALTER TABLE ledger ADD COLUMN error_values TEXT;                          -- JSON: what fills the message of its code
  CREATE INDEX ledger_content ON ledger(content_hash);
  `,
  `
  -- Families: derived from documents and texts (services/families/), and worked out anew where the revision or the recipe is another.
  CREATE TABLE family_documents (
    document_id   TEXT PRIMARY KEY REFERENCES documents(id),
    revision      INTEGER NOT NULL,          -- the document's, when this was worked out
    recipe        INTEGER NOT NULL,          -- version of the method
    signature     BLOB,                      -- MinHash: little-endian uint32; null for a text too short to compare
    base          TEXT NOT NULL,             -- title without notes of the version
    edition_key   TEXT,                      -- title without the year, and place; null where it is no yearly document
    edition_year  INTEGER,
    family        TEXT NOT NULL,             -- the least id among its members
    newer_id      TEXT,                      -- the version in force, or the newest edition, where that is another
    newer_kind    TEXT CHECK (newer_kind IN ('version', 'edition'))
  ) STRICT;
  CREATE INDEX family_documents_base ON family_documents(base);
  CREATE INDEX family_documents_edition ON family_documents(edition_key) WHERE edition_key IS NOT NULL;
  CREATE INDEX family_documents_family ON family_documents(family);
  CREATE TABLE family_bands (
    band          INTEGER NOT NULL,          -- hash of a part of the signature; documents that share one are compared
    document_id   TEXT NOT NULL,
    PRIMARY KEY (band, document_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX family_bands_document ON family_bands(document_id);
  CREATE TABLE family_links (
    a             TEXT NOT NULL,             -- a < b
    b             TEXT NOT NULL,
    relation      TEXT NOT NULL,
    resemblance   REAL NOT NULL,
    containment   REAL NOT NULL,
    PRIMARY KEY (a, b)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX family_links_b ON family_links(b);
  `,
  `
  -- Parts of a long passage that are embedded beside it, so that a clause in it is found by its meaning.
  CREATE TABLE windows (
    passage_id    INTEGER NOT NULL REFERENCES passages(id),
    ordinal       INTEGER NOT NULL,
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    embed_hash    TEXT NOT NULL,
    embed_text    TEXT NOT NULL,
    PRIMARY KEY (passage_id, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX windows_embed ON windows(embed_hash);
  `,
  `
  ALTER TABLE documents ADD COLUMN level TEXT;                              -- 效力级别: 法律, 行政法规, …
  `,
  `
  -- What people said of answers: no more than this is kept of it.
  CREATE TABLE judgements (
    query         TEXT NOT NULL,
    document_id   TEXT NOT NULL,
    passage_hash  TEXT NOT NULL,             -- sha256 of the passage's normal form; holds only while the text is the same
    answers       INTEGER NOT NULL CHECK (answers IN (0, 1)),
    day           TEXT NOT NULL,
    PRIMARY KEY (query, document_id, passage_hash, answers, day)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Facts: derived from texts and metadata (services/facts/), and read anew where the revision or the recipe is another.
  CREATE TABLE fact_documents (
    document_id   TEXT PRIMARY KEY REFERENCES documents(id),
    revision      INTEGER NOT NULL,          -- the document's, when its facts were read
    recipe        TEXT NOT NULL              -- versions of the readers
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE targets (
    document_id   TEXT NOT NULL,
    ordinal       INTEGER NOT NULL,
    indicator     TEXT NOT NULL,
    comparison    TEXT NOT NULL,
    value         REAL NOT NULL,
    value_to      REAL,
    unit          TEXT NOT NULL,
    year          INTEGER,
    region_code   TEXT,
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end  INTEGER NOT NULL,
    PRIMARY KEY (document_id, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX targets_indicator ON targets(indicator);
  `,
  `
  -- When a version first came in; ingested_at moves on whenever its file is read again.
  ALTER TABLE versions ADD COLUMN added_at TEXT NOT NULL DEFAULT '';
  UPDATE versions SET added_at = ingested_at;
  `,
  `
  ALTER TABLE versions ADD COLUMN page_starts TEXT NOT NULL DEFAULT '[]';   -- JSON array of PageStart
  `,
  `
  -- Words that name documents; which document each means is worked out when it is asked (services/facts/citations/).
  CREATE TABLE citations (
    document_id   TEXT NOT NULL,
    ordinal       INTEGER NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('document', 'other', 'own')),
    title         TEXT,                      -- in normal form, in full where the text has a short name
    number        TEXT,
    issuer        TEXT,                      -- the body named before the title
    articles      TEXT NOT NULL,             -- JSON array
    repeals       INTEGER NOT NULL CHECK (repeals IN (0, 1)),
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end  INTEGER NOT NULL,
    PRIMARY KEY (document_id, ordinal)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- For whoever looks after the archive: when each file was done, pages of the ledger, what was corrected by hand.
  ALTER TABLE jobs ADD COLUMN finished_at TEXT;
  ALTER TABLE jobs ADD COLUMN status TEXT AS (json_extract(result, '$.status'));
  CREATE INDEX jobs_status ON jobs(run_id, status);
  CREATE INDEX jobs_finished ON jobs(finished_at) WHERE finished_at IS NOT NULL;
  CREATE INDEX ledger_time ON ledger(at, file);
  CREATE INDEX ledger_status ON ledger(status, file);
  CREATE INDEX ledger_status_time ON ledger(status, at, file);
  UPDATE ledger SET status = 'removed'
    WHERE status = 'indexed' AND document_id IN (SELECT id FROM documents WHERE removed_at IS NOT NULL);
  CREATE TABLE corrections (
    file          TEXT PRIMARY KEY,          -- path in the archive
    metadata      TEXT NOT NULL,             -- JSON GivenMetadata, with the names of its values in byHand
    at            TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Indexes that were complete at some time (an engine's own record says no more than its identity).
  CREATE TABLE engine_indexes (identity TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO engine_indexes
    SELECT DISTINCT e.identity, m.value FROM engine_documents e JOIN meta m ON m.key = 'fingerprint';
  CREATE TABLE leases (name TEXT PRIMARY KEY, owner TEXT NOT NULL, pid INTEGER NOT NULL, beat_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
];
