"""The second schema: what the first one lacks. Never changed once it is released.

A person, a need or a product that is deleted leaves a gap in what was recorded of a visit:
its id stands in JSON, where no foreign key reaches, so triggers take it out. The record of an
export outlives its visit; what the export said does not. Case books are exports without a visit.

Notes for the team were one string and become a text in both languages. The words stay whole:
they go to the Chinese side where any character of them is Chinese, as `Language.of` says, else
to the English one.

Acts are what the user did, each with the steps that take it back; see docs/decisions/0020. An
act's id is never given twice, as the trash on a screen goes by it.

A draft is what stands in a field and could not be kept; see docs/decisions/0028. It may be about a
record that is in the trash, so it refers to none.

A planning threshold has a row where the team set its own; its id is the name of the setting, and
one that is money has a currency and an amount in minor units. See docs/decisions/0026.
"""

_ONE_STRING = {
    "company": ("note",),
    "colleague": ("note",),
    "product": ("price_note", "note"),
    "client": ("note",),
    "person": ("note",),
    "case": ("note",),
    "opportunity": ("note",),
    "need": ("evidence_source", "note"),
    "competitor": ("name", "strength", "weakness", "our_answer"),
    "stakeholder": (
        "roles_evidence_source",
        "influence_evidence_source",
        "support_evidence_source",
        "coverage_evidence_source",
        "note",
    ),
    "line": ("note",),
    "visit": ("note",),
    "follow_up": ("note",),
}
"""The columns of version 1 that hold what one colleague tells another."""

_ONE_STRING_OF_STRATEGY = ("strategy_agreed_by", "strategy_note")
"""Those of an opportunity that are NULL where no strategy was agreed."""

_WITH_CHINESE = "'*[\u4e00-\u9fff]*'"


def _in_both_languages(table: str, column: str, *, is_optional: bool = False) -> str:
    rules = "TEXT" if is_optional else "TEXT NOT NULL DEFAULT ''"
    return f"""
ALTER TABLE "{table}" RENAME COLUMN {column} TO {column}_zh;
ALTER TABLE "{table}" ADD COLUMN {column}_en {rules};
UPDATE "{table}" SET
    {column}_zh = iif({column}_zh GLOB {_WITH_CHINESE}, {column}_zh, ''),
    {column}_en = iif({column}_zh GLOB {_WITH_CHINESE}, '', {column}_zh)
WHERE {column}_zh IS NOT NULL;
"""  # noqa: S608 - own names


_NOTES_IN_BOTH_LANGUAGES = "".join(
    [
        *(
            _in_both_languages(table, name)
            for table, names in _ONE_STRING.items()
            for name in names
        ),
        *(
            _in_both_languages("opportunity", name, is_optional=True)
            for name in _ONE_STRING_OF_STRATEGY
        ),
    ]
)

_NEW_TABLES = """
CREATE TABLE slide_list (
    id TEXT NOT NULL PRIMARY KEY,
    visit TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    audience TEXT NOT NULL,
    slides TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX slide_list_once ON slide_list (visit, audience);

CREATE TABLE visit_record (
    id TEXT NOT NULL PRIMARY KEY,
    visit TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    aim TEXT NOT NULL,
    commitment_zh TEXT NOT NULL,
    commitment_en TEXT NOT NULL,
    needs TEXT NOT NULL,
    continuation TEXT NOT NULL,
    stage TEXT,
    intent TEXT,
    delivery_zh TEXT NOT NULL,
    delivery_en TEXT NOT NULL,
    next_decision_zh TEXT NOT NULL,
    next_decision_en TEXT NOT NULL,
    next_decision_on TEXT,
    people TEXT NOT NULL,
    shown TEXT NOT NULL,
    feedback TEXT NOT NULL,
    agreed TEXT NOT NULL,
    next_meeting_zh TEXT NOT NULL,
    next_meeting_en TEXT NOT NULL,
    next_meeting_on TEXT,
    open_questions TEXT NOT NULL,
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX visit_record_once ON visit_record (visit);

CREATE TABLE visit_record_team (
    owner TEXT NOT NULL REFERENCES visit_record (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    target TEXT NOT NULL REFERENCES colleague (id),
    PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_record_team_target ON visit_record_team (target);

CREATE TRIGGER person_leaves_visit_record AFTER DELETE ON person BEGIN
    UPDATE visit_record SET
        people = (
            SELECT json_group_array(json(value)) FROM json_each(visit_record.people)
            WHERE value ->> '$.person' IS NOT OLD.id
        ),
        needs = (
            SELECT json_group_array(
                json(iif(value ->> '$.said_by' IS OLD.id,
                    json_set(value, '$.said_by', NULL), value))
            ) FROM json_each(visit_record.needs)
        ),
        feedback = (
            SELECT json_group_array(
                json(iif(value ->> '$.said_by' IS OLD.id,
                    json_set(value, '$.said_by', NULL), value))
            ) FROM json_each(visit_record.feedback)
        )
    WHERE visit IN (
        SELECT visit.id FROM visit JOIN opportunity ON opportunity.id = visit.opportunity
        WHERE opportunity.client = OLD.client
    );
END;

CREATE TRIGGER need_leaves_visit_record AFTER DELETE ON need BEGIN
    UPDATE visit_record SET
        needs = (
            SELECT json_group_array(
                json(iif(value ->> '$.need' IS OLD.id, json_set(value, '$.need', NULL), value))
            ) FROM json_each(visit_record.needs)
        )
    WHERE visit IN (SELECT id FROM visit WHERE opportunity = OLD.opportunity);
END;

CREATE TRIGGER product_leaves_visit_record AFTER DELETE ON product BEGIN
    UPDATE visit_record SET
        shown = (
            SELECT json_group_array(
                json(iif(value ->> '$.product' IS OLD.id,
                    json_set(value, '$.product', NULL), value))
            ) FROM json_each(visit_record.shown)
        ),
        feedback = (
            SELECT json_group_array(
                json(iif(value ->> '$.product' IS OLD.id,
                    json_set(value, '$.product', NULL), value))
            ) FROM json_each(visit_record.feedback)
        )
    WHERE instr(shown, OLD.id) OR instr(feedback, OLD.id);
END;

CREATE TABLE logo (
    id TEXT NOT NULL PRIMARY KEY,
    client TEXT REFERENCES client (id) ON DELETE CASCADE,
    is_for_dark INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE INDEX logo_client ON logo (client);

DROP INDEX export_visit;
ALTER TABLE export RENAME TO export_of_first_schema;
CREATE TABLE export (
    id TEXT NOT NULL PRIMARY KEY,
    visit TEXT,
    industry TEXT,
    kind TEXT NOT NULL DEFAULT 'documents',
    made_at TEXT NOT NULL,
    language TEXT NOT NULL,
    folder TEXT NOT NULL,
    files TEXT NOT NULL,
    facts TEXT NOT NULL,
    inputs TEXT NOT NULL DEFAULT '',
    meant TEXT NOT NULL DEFAULT '[]',
    remarks TEXT NOT NULL DEFAULT '[]'
) STRICT;
INSERT INTO export (id, visit, made_at, language, folder, files, facts)
    SELECT id, visit, made_at, language, folder, files, facts FROM export_of_first_schema;
DROP TABLE export_of_first_schema;
CREATE INDEX export_visit ON export (visit);

CREATE TABLE export_content (
    export TEXT NOT NULL PRIMARY KEY REFERENCES export (id) ON DELETE CASCADE,
    content BLOB NOT NULL
) STRICT;

CREATE TRIGGER visit_takes_export_content AFTER DELETE ON visit BEGIN
    DELETE FROM export_content WHERE export IN (SELECT id FROM export WHERE visit = OLD.id);
END;

CREATE INDEX visit_starts_at ON visit (starts_at, id, stage, opportunity);

CREATE TABLE act (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    made_at TEXT NOT NULL,
    state TEXT NOT NULL,
    restores INTEGER REFERENCES act (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX act_state ON act (state);
CREATE INDEX act_restores ON act (restores);

CREATE TABLE act_step (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL REFERENCES act (id) ON DELETE CASCADE,
    place TEXT NOT NULL,
    record TEXT NOT NULL,
    deed TEXT NOT NULL,
    cells TEXT NOT NULL
) STRICT;
CREATE INDEX act_step_act ON act_step (act);

CREATE TABLE trashed (
    act INTEGER NOT NULL REFERENCES act (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    owner_zh TEXT NOT NULL,
    owner_en TEXT NOT NULL,
    PRIMARY KEY (act, kind, record)
) STRICT, WITHOUT ROWID;
"""

_CLOSED_VISITS = """
ALTER TABLE visit_record ADD COLUMN left_open TEXT NOT NULL DEFAULT '[]';
ALTER TABLE visit_record ADD COLUMN closed_on TEXT;
"""

_DRAFTS = """
CREATE TABLE draft (
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    path TEXT NOT NULL,
    written TEXT NOT NULL,
    before TEXT NOT NULL,
    reason_zh TEXT NOT NULL,
    reason_en TEXT NOT NULL,
    PRIMARY KEY (kind, record_id, path)
) STRICT, WITHOUT ROWID;
"""

_PLANNING_THRESHOLDS = """
CREATE TABLE planning_threshold (
    id TEXT NOT NULL PRIMARY KEY,
    amount INTEGER NOT NULL,
    currency TEXT
) STRICT;
"""

_PHOTOS = """
CREATE TABLE photo (
    id TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    image BLOB NOT NULL
) STRICT;
CREATE INDEX photo_person ON photo (person);
"""

_SET_ASIDE = """
CREATE TABLE set_aside (
    visit TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    word TEXT NOT NULL,
    around TEXT NOT NULL,
    PRIMARY KEY (visit, word, around)
) STRICT, WITHOUT ROWID;
"""

SECOND_SCHEMA = (
    _NOTES_IN_BOTH_LANGUAGES
    + _NEW_TABLES
    + _CLOSED_VISITS
    + _DRAFTS
    + _PLANNING_THRESHOLDS
    + _PHOTOS
    + _SET_ASIDE
)
