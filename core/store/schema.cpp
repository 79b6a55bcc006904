// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/data_folder.h"

#include <array>

namespace telltale::store {

namespace {

// Times are nanoseconds since 1970 UTC; NULL where there is none. Enumerations are stored as their words.
//
// What makes a replay harmless: alarm_transition.seq and occurrence.id are primary keys and an occurrence is only ever replaced by a newer
// state of itself, so writing the same job twice changes nothing. There is deliberately no uniqueness over (source, what, time of raise):
// a simulated clock that is started again may raise the same alarm at the same time from other readings, and that is a new fact which must
// not be refused. What comes from the same readings once more is told before it gets here (pipeline/known_condition).
constexpr const char *kJournal1 = R"sql(
CREATE TABLE definition(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    hash TEXT NOT NULL,
    operator TEXT NOT NULL, station TEXT NOT NULL, os_user TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER,
    UNIQUE(name, version)) STRICT;

CREATE TABLE occurrence(
    id INTEGER PRIMARY KEY,
    opened INTEGER,
    asset TEXT NOT NULL, sensor TEXT NOT NULL, what TEXT NOT NULL,
    definition TEXT NOT NULL,
    state TEXT NOT NULL, condition TEXT NOT NULL, ack TEXT NOT NULL, latch TEXT NOT NULL, suppression TEXT NOT NULL,
    quality TEXT NOT NULL, unverified INTEGER NOT NULL,
    audible TEXT NOT NULL, silenced_until INTEGER,
    priority TEXT NOT NULL, max_priority TEXT NOT NULL,
    score REAL, max_score REAL, score_limit REAL,
    raise_count INTEGER NOT NULL, chattering INTEGER NOT NULL, first_out INTEGER NOT NULL,
    first_violation INTEGER, raised INTEGER, raised_received INTEGER,
    acked INTEGER, acked_by_operator TEXT NOT NULL, acked_by_station TEXT NOT NULL, acked_by_os_user TEXT NOT NULL,
    cleared INTEGER, closed INTEGER, close_reason TEXT NOT NULL,
    last_seq INTEGER NOT NULL, priority_rose_seq INTEGER NOT NULL,
    why TEXT NOT NULL) STRICT;
CREATE INDEX occurrence_open ON occurrence(id) WHERE closed IS NULL;
CREATE INDEX occurrence_span ON occurrence(opened, closed);

CREATE TABLE alarm_transition(
    seq INTEGER PRIMARY KEY,
    occurrence INTEGER NOT NULL,
    asset TEXT NOT NULL, sensor TEXT NOT NULL,
    kind TEXT NOT NULL, from_state TEXT NOT NULL, to_state TEXT NOT NULL, priority TEXT NOT NULL,
    at INTEGER, source_time INTEGER,
    operator TEXT NOT NULL, station TEXT NOT NULL, os_user TEXT NOT NULL,
    comment TEXT NOT NULL,
    score REAL, score_limit REAL, value REAL,
    definition_version INTEGER NOT NULL, suppressed INTEGER NOT NULL) STRICT;
CREATE INDEX alarm_transition_occurrence ON alarm_transition(occurrence, seq);
CREATE INDEX alarm_transition_at ON alarm_transition(at, seq);

CREATE TABLE explanation(
    seq INTEGER PRIMARY KEY REFERENCES alarm_transition(seq),
    occurrence INTEGER NOT NULL,
    why TEXT NOT NULL) STRICT;
CREATE INDEX explanation_occurrence ON explanation(occurrence);

CREATE TABLE audit(
    id INTEGER PRIMARY KEY,
    at INTEGER,
    operator TEXT NOT NULL, station TEXT NOT NULL, os_user TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL) STRICT;

CREATE TABLE session(
    one INTEGER PRIMARY KEY CHECK(one = 1),
    alive INTEGER) STRICT;

-- A row that is there already is kept as it is: that makes a repeated write harmless and REPLACE, which fires no DELETE trigger, powerless.
CREATE TRIGGER alarm_transition_once BEFORE INSERT ON alarm_transition
    WHEN EXISTS (SELECT 1 FROM alarm_transition WHERE seq = NEW.seq) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER explanation_once BEFORE INSERT ON explanation
    WHEN EXISTS (SELECT 1 FROM explanation WHERE seq = NEW.seq) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER audit_once BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER definition_once BEFORE INSERT ON definition
    WHEN EXISTS (SELECT 1 FROM definition WHERE id = NEW.id OR (name = NEW.name AND version = NEW.version)) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER alarm_transition_keeps BEFORE UPDATE ON alarm_transition
    BEGIN SELECT RAISE(ABORT, 'transitions are never changed'); END;
CREATE TRIGGER alarm_transition_stays BEFORE DELETE ON alarm_transition
    BEGIN SELECT RAISE(ABORT, 'transitions are never deleted'); END;
CREATE TRIGGER explanation_keeps BEFORE UPDATE ON explanation
    BEGIN SELECT RAISE(ABORT, 'explanations are never changed'); END;
CREATE TRIGGER explanation_stays BEFORE DELETE ON explanation
    BEGIN SELECT RAISE(ABORT, 'explanations are never deleted'); END;
CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END;
CREATE TRIGGER definition_keeps BEFORE UPDATE ON definition
    BEGIN SELECT RAISE(ABORT, 'definitions are never changed'); END;
CREATE TRIGGER definition_stays BEFORE DELETE ON definition
    BEGIN SELECT RAISE(ABORT, 'definitions are never deleted'); END;

PRAGMA application_id = 0x544C544A;
PRAGMA user_version = 1;
)sql";

// What an operator does besides acknowledging: shelves, out of service, verdicts, owners, and a logbook whose entries share the numbers
// of the transitions. `suppression` is a present state, as occurrence is; its history is in the transitions.
constexpr const char *kJournal2 = R"sql(
ALTER TABLE alarm_transition ADD COLUMN what TEXT NOT NULL DEFAULT '';
ALTER TABLE alarm_transition ADD COLUMN until INTEGER;
ALTER TABLE alarm_transition ADD COLUMN one_shot INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alarm_transition ADD COLUMN verdict TEXT NOT NULL DEFAULT 'none';
ALTER TABLE occurrence ADD COLUMN verdict TEXT NOT NULL DEFAULT 'none';
ALTER TABLE occurrence ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE occurrence ADD COLUMN shelf_until INTEGER;
ALTER TABLE occurrence ADD COLUMN shelf_one_shot INTEGER NOT NULL DEFAULT 0;
ALTER TABLE occurrence ADD COLUMN born_suppressed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX occurrence_source ON occurrence(asset, sensor, what);

CREATE TABLE suppression(
    asset TEXT NOT NULL, sensor TEXT NOT NULL, what TEXT NOT NULL,
    last_seq INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY(asset, sensor, what)) STRICT;

CREATE TABLE logbook(
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject INTEGER NOT NULL, occurrence INTEGER NOT NULL,
    asset TEXT NOT NULL, sensor TEXT NOT NULL,
    range_from INTEGER, range_to INTEGER, at INTEGER,
    operator TEXT NOT NULL, station TEXT NOT NULL, os_user TEXT NOT NULL,
    text TEXT NOT NULL,
    content TEXT NOT NULL) STRICT;
CREATE INDEX logbook_subject ON logbook(kind, subject);
CREATE INDEX logbook_at ON logbook(at, seq);
CREATE TRIGGER logbook_once BEFORE INSERT ON logbook
    WHEN EXISTS (SELECT 1 FROM logbook WHERE seq = NEW.seq) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER logbook_keeps BEFORE UPDATE ON logbook
    BEGIN SELECT RAISE(ABORT, 'logbook entries are never changed'); END;
CREATE TRIGGER logbook_stays BEFORE DELETE ON logbook
    BEGIN SELECT RAISE(ABORT, 'logbook entries are never deleted'); END;

-- Words of every transition and entry, by number. It only points: what it finds is read from the tables above. Filled by the writer, not
-- by triggers: with an untrusted schema SQLite lets no trigger write to a virtual table.
CREATE VIRTUAL TABLE journal_text USING fts5(words, content = '', tokenize = "unicode61 remove_diacritics 2");
INSERT INTO journal_text(rowid, words)
    SELECT seq, asset || ' ' || sensor || ' ' || kind || ' ' || priority || ' ' || operator || ' ' || comment FROM alarm_transition;
PRAGMA user_version = 2;
)sql";

// Changes into and out of hiding are few among many transitions, and what was hidden when a window began may be from long before it.
constexpr const char *kJournal3 = R"sql(
CREATE INDEX alarm_transition_hidden ON alarm_transition(at, seq)
    WHERE from_state <> to_state AND (from_state IN ('E', 'F', 'G') OR to_state IN ('E', 'F', 'G'));

PRAGMA user_version = 3;
)sql";

// Every row that is only ever added, and every change of a present state, has a link; each link's hash covers the one before. A segment is
// a stretch of links made with one key. Suppressions get a number of their own, which links can name.
constexpr const char *kJournal4 = R"sql(
CREATE TABLE segment(
    id INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    at INTEGER,
    key TEXT NOT NULL,
    form INTEGER NOT NULL,
    why TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
CREATE TABLE chain(
    n INTEGER PRIMARY KEY,
    what TEXT NOT NULL, key INTEGER NOT NULL,
    digest BLOB,
    hash BLOB NOT NULL) STRICT;
CREATE TRIGGER segment_keeps BEFORE UPDATE ON segment BEGIN SELECT RAISE(ABORT, 'segments are never changed'); END;
CREATE TRIGGER segment_stays BEFORE DELETE ON segment BEGIN SELECT RAISE(ABORT, 'segments are never deleted'); END;
CREATE TRIGGER chain_keeps BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'links are never changed'); END;
CREATE TRIGGER chain_stays BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'links are never deleted'); END;
CREATE TRIGGER segment_once BEFORE INSERT ON segment
    WHEN EXISTS (SELECT 1 FROM segment WHERE id = NEW.id) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER chain_once BEFORE INSERT ON chain
    WHEN EXISTS (SELECT 1 FROM chain WHERE n = NEW.n) BEGIN SELECT RAISE(ABORT, 'links are never replaced'); END;

CREATE TABLE numbered_suppression(
    id INTEGER PRIMARY KEY,
    asset TEXT NOT NULL, sensor TEXT NOT NULL, what TEXT NOT NULL,
    last_seq INTEGER NOT NULL,
    content TEXT NOT NULL,
    UNIQUE(asset, sensor, what)) STRICT;
INSERT INTO numbered_suppression(asset, sensor, what, last_seq, content)
    SELECT asset, sensor, what, last_seq, content FROM suppression ORDER BY last_seq;
DROP TABLE suppression;
ALTER TABLE numbered_suppression RENAME TO suppression;

PRAGMA user_version = 4;
)sql";

// A chunk has no uniqueness over (sensor, t0) for the same reason: a simulated clock may pass the same time twice.
constexpr const char *kHistory1 = R"sql(
CREATE TABLE sensor(
    id INTEGER PRIMARY KEY,
    asset TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL,
    UNIQUE(asset, name)) STRICT;

CREATE TABLE chunk(
    id INTEGER PRIMARY KEY,
    sensor INTEGER NOT NULL REFERENCES sensor(id),
    t0 INTEGER NOT NULL, t1 INTEGER NOT NULL, n INTEGER NOT NULL,
    codec INTEGER NOT NULL, content BLOB NOT NULL) STRICT;
CREATE INDEX chunk_span ON chunk(sensor, t0, t1);

CREATE TABLE tail(
    sensor INTEGER PRIMARY KEY REFERENCES sensor(id),
    t0 INTEGER NOT NULL, t1 INTEGER NOT NULL, n INTEGER NOT NULL,
    codec INTEGER NOT NULL, content BLOB NOT NULL) STRICT;

CREATE TABLE feed_health(
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    feed TEXT NOT NULL, state TEXT NOT NULL,
    health TEXT NOT NULL) STRICT;
CREATE INDEX feed_health_at ON feed_health(at);

PRAGMA application_id = 0x544C5448;
PRAGMA user_version = 1;
)sql";

// Decades of samples: what the detector made of them may go earlier than they do (`trace`), and what they come to by minute, hour and day
// (`rollup`, rollup_block.h draws its rows) is read in their place. chunk.summed has a bit for each level that knows the chunk; 0 waits for
// its turn. sensor.longest, in nanoseconds, bounds how far before a range a chunk that reaches into it can begin.
constexpr const char *kHistory2 = R"sql(
ALTER TABLE sensor ADD COLUMN longest INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sensor ADD COLUMN traces_from INTEGER NOT NULL DEFAULT -9223372036854775808;
UPDATE sensor SET longest = (SELECT coalesce(max(t1 - t0), 0) FROM chunk WHERE chunk.sensor = sensor.id);
ALTER TABLE chunk ADD COLUMN summed INTEGER NOT NULL DEFAULT 0;
DROP INDEX chunk_span;
CREATE INDEX chunk_span ON chunk(sensor, t0, t1, summed);
CREATE INDEX chunk_unsummed ON chunk(sensor, t0, t1) WHERE summed = 0;
CREATE TABLE trace(chunk INTEGER PRIMARY KEY REFERENCES chunk(id), content BLOB NOT NULL) STRICT;
ALTER TABLE tail ADD COLUMN trace BLOB;
CREATE TABLE rollup(id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT;
CREATE TABLE identity(one INTEGER PRIMARY KEY CHECK(one = 1), text TEXT NOT NULL) STRICT;
INSERT INTO identity VALUES(1, lower(hex(randomblob(16))));
PRAGMA user_version = 2;
)sql";

constexpr std::array<Migration, 4> kJournalMigrations{{{1, kJournal1}, {2, kJournal2}, {3, kJournal3}, {4, kJournal4}}};
constexpr std::array<Migration, 2> kHistoryMigrations{{{1, kHistory1}, {2, kHistory2}}};

// An acknowledgement that was shown must survive a power cut, hence FULL; samples may lose their last seconds then, hence NORMAL.
constexpr const char *kJournalSettings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216;";
// What retention frees goes back to the disk bit by bit; the setting takes effect in files that are begun with it.
constexpr const char *kHistorySettings = "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA temp_store = MEMORY; PRAGMA journal_mode = WAL; PRAGMA "
                                         "synchronous = NORMAL; PRAGMA journal_size_limit = 67108864;";
/// One file without a log beside it, and nothing given up elsewhere before it is on the disk.
constexpr const char *kArchiveSettings = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;";

Result<void> runMigrations(const Database &database, const Schema &schema, std::int64_t from)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    for (const Migration &step : schema.migrations) {
        if (step.version <= from)
            continue;
        if (auto done = database.run(step.sql); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace

const Schema &journalSchema()
{
    static constexpr Schema kSchema{"journal", 0x544C544A, kJournalSettings, kJournalMigrations};
    return kSchema;
}

const Schema &historySchema()
{
    static constexpr Schema kSchema{"history", 0x544C5448, kHistorySettings, kHistoryMigrations};
    return kSchema;
}

const Schema &archiveSchema()
{
    static constexpr Schema kSchema{"archive", 0x544C5448, kArchiveSettings, kHistoryMigrations};
    return kSchema;
}

Result<std::int64_t> checkedVersion(const Database &database, const Schema &schema)
{
    const auto version = database.number("PRAGMA user_version");
    const auto application = database.number("PRAGMA application_id");
    const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
    for (const auto *answer : {&version, &application, &tables})
        if (!*answer)
            return answer->error();
    const bool fresh = *version == 0 && *application == 0 && *tables == 0;
    if (!fresh && *application != schema.applicationId)
        return Error{ErrorKind::Corrupt, std::string("is a database, but no Telltale ") + schema.name, {}};
    if (!fresh && *version == 0)
        return Error{ErrorKind::Corrupt, std::string("the ") + schema.name + " has no schema version", {}};
    if (*version > schema.version() || *version < 0)
        return Error{ErrorKind::Unsupported,
                     std::string("the ") + schema.name + " has schema version " + std::to_string(*version)
                         + ", this build knows versions up to " + std::to_string(schema.version()) + ": it was written by a newer Telltale",
                     {}};
    return *version;
}

Result<void> upgrade(const Database &database, const Schema &schema, const std::string &backupPath)
{
    const auto version = checkedVersion(database, schema);
    if (!version)
        return version.error();
    if (*version == schema.version())
        return {};
    if (*version > 0) {
        if (auto made = makePrivateFile(backupPath); !made)
            return made;
        if (auto copied = database.copyTo(backupPath); !copied)
            return copied;
    }
    return runMigrations(database, schema, *version);
}

} // namespace telltale::store
