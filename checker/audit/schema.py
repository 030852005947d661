"""The tables of the store, as docs/store.md describes them; `VERSION` is SQLite's user_version."""

VERSION = 1

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
  name TEXT PRIMARY KEY, number INTEGER NOT NULL, stamp TEXT NOT NULL, batch TEXT NOT NULL,
  archive TEXT NOT NULL, member TEXT NOT NULL, reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE report (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, batch TEXT NOT NULL,
  sha256 TEXT NOT NULL, format TEXT NOT NULL, status TEXT NOT NULL, reason TEXT,
  county TEXT NOT NULL, unit TEXT NOT NULL, issuer TEXT, year INTEGER, title TEXT, date TEXT,
  template TEXT, template_title TEXT, template_version TEXT, template_sha256 TEXT,
  score REAL, shown REAL, band TEXT, pending REAL, gates INTEGER NOT NULL,
  errors INTEGER NOT NULL, warnings INTEGER NOT NULL, hints INTEGER NOT NULL, suspects INTEGER NOT NULL
);
CREATE TABLE part (
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, part TEXT NOT NULL, name TEXT NOT NULL,
  state TEXT NOT NULL, characters INTEGER NOT NULL, line INTEGER, headings TEXT NOT NULL,
  PRIMARY KEY (report, part)
) WITHOUT ROWID;
CREATE TABLE item (
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, item TEXT NOT NULL, title TEXT NOT NULL,
  possible REAL NOT NULL, earned REAL NOT NULL, outcome TEXT NOT NULL, because TEXT NOT NULL,
  PRIMARY KEY (report, item)
) WITHOUT ROWID;
CREATE TABLE finding (
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, number INTEGER NOT NULL, rule TEXT NOT NULL,
  severity TEXT NOT NULL, certain INTEGER NOT NULL, gate INTEGER NOT NULL, waived INTEGER NOT NULL,
  category TEXT NOT NULL, part TEXT NOT NULL, message TEXT NOT NULL, quote TEXT, line INTEGER, page INTEGER,
  place TEXT NOT NULL, count INTEGER NOT NULL, fingerprint TEXT NOT NULL,
  PRIMARY KEY (report, number)
) WITHOUT ROWID;
CREATE TABLE packed (
  report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
  result BLOB NOT NULL, keys BLOB NOT NULL, lengths BLOB NOT NULL, clauses BLOB NOT NULL
);
CREATE TABLE pair (
  one INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, other INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  relation TEXT NOT NULL, clauses INTEGER NOT NULL, length INTEGER NOT NULL, share REAL NOT NULL,
  figures INTEGER NOT NULL, same_figures INTEGER NOT NULL, passages TEXT NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX report_unit ON report (county, unit, year);
CREATE INDEX finding_rule ON finding (rule);
CREATE INDEX part_part ON part (part, state);
CREATE INDEX pair_other ON pair (other);
"""
