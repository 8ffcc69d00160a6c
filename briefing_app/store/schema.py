"""The first schema, as released: never changed again. Later changes are migrations.

What belongs to a record goes with it (ON DELETE CASCADE): a client's people and opportunities,
an opportunity's needs, stakeholders and visits. What is merely mentioned either cannot go
(a product in a case, a person who attends a visit) or leaves a gap where a gap says the truth
(SET NULL: who raised a need, who of us covers a stakeholder). Exports have no foreign key:
a file found later must be traceable although its visit was deleted.
"""

FIRST_SCHEMA = """
CREATE TABLE company (
    id TEXT NOT NULL PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    short_name_zh TEXT NOT NULL,
    short_name_en TEXT NOT NULL,
    essence_zh TEXT NOT NULL,
    essence_en TEXT NOT NULL,
    vision_zh TEXT NOT NULL,
    vision_en TEXT NOT NULL,
    address_zh TEXT NOT NULL,
    address_en TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    website TEXT NOT NULL,
    trust TEXT NOT NULL,
    service TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX company_once ON company ((1));

CREATE TABLE colleague (
    id TEXT NOT NULL PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE industry (
    id TEXT NOT NULL PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    summary_zh TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    pressures TEXT NOT NULL,
    processes TEXT NOT NULL,
    topics TEXT NOT NULL,
    questions TEXT NOT NULL,
    objections TEXT NOT NULL,
    rollout TEXT NOT NULL
) STRICT;

CREATE TABLE product (
    id TEXT NOT NULL PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    essence_zh TEXT NOT NULL,
    essence_en TEXT NOT NULL,
    capabilities TEXT NOT NULL,
    works_in TEXT NOT NULL,
    facts TEXT NOT NULL,
    topics TEXT NOT NULL,
    adoption_integration TEXT NOT NULL,
    adoption_running_dependence TEXT NOT NULL,
    adoption_on_core_flow INTEGER NOT NULL,
    adoption_surface TEXT NOT NULL,
    adoption_has_visible_demand INTEGER NOT NULL,
    adoption_improves TEXT NOT NULL,
    adoption_typical_weeks INTEGER NOT NULL,
    adoption_client_effort_zh TEXT NOT NULL,
    adoption_client_effort_en TEXT NOT NULL,
    "values" TEXT NOT NULL,
    objections TEXT NOT NULL,
    demo_zh TEXT NOT NULL,
    demo_en TEXT NOT NULL,
    price_note TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE client (
    id TEXT NOT NULL PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    short_name_zh TEXT NOT NULL,
    short_name_en TEXT NOT NULL,
    industry TEXT NOT NULL REFERENCES industry (id),
    city_zh TEXT NOT NULL,
    city_en TEXT NOT NULL,
    situation_zh TEXT NOT NULL,
    situation_en TEXT NOT NULL,
    grade TEXT NOT NULL,
    size TEXT,
    annual_revenue_minor INTEGER,
    annual_revenue_currency TEXT,
    business_process_zh TEXT NOT NULL,
    business_process_en TEXT NOT NULL,
    website TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX client_industry ON client (industry);

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    client TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    department TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    last_contact TEXT,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX person_client ON person (client);

CREATE TABLE "case" (
    id TEXT NOT NULL PRIMARY KEY,
    customer_zh TEXT NOT NULL,
    customer_en TEXT NOT NULL,
    anonymous_name_zh TEXT NOT NULL,
    anonymous_name_en TEXT NOT NULL,
    industry TEXT NOT NULL REFERENCES industry (id),
    customer_size TEXT,
    topics TEXT NOT NULL,
    permission TEXT NOT NULL,
    permission_expires TEXT,
    is_industry_leader INTEGER NOT NULL,
    situation_zh TEXT NOT NULL,
    situation_en TEXT NOT NULL,
    what_was_done_zh TEXT NOT NULL,
    what_was_done_en TEXT NOT NULL,
    results TEXT NOT NULL,
    quote_zh TEXT NOT NULL,
    quote_en TEXT NOT NULL,
    quote_by_zh TEXT NOT NULL,
    quote_by_en TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX case_industry ON "case" (industry);

CREATE TABLE case_products (
    owner TEXT NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    target TEXT NOT NULL REFERENCES product (id),
    PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_products_target ON case_products (target);

CREATE TABLE case_competes_with (
    owner TEXT NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    target TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_competes_with_target ON case_competes_with (target);

CREATE TABLE opportunity (
    id TEXT NOT NULL PRIMARY KEY,
    client TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    stage TEXT NOT NULL,
    intent TEXT NOT NULL,
    amount_minor INTEGER,
    amount_currency TEXT,
    strategy_channel TEXT,
    strategy_charging TEXT,
    strategy_aim TEXT,
    strategy_agreed_by TEXT,
    strategy_agreed_on TEXT,
    strategy_note TEXT,
    pricing_is_shareable INTEGER NOT NULL,
    commercial_frame_zh TEXT NOT NULL,
    commercial_frame_en TEXT NOT NULL,
    expected_decision TEXT,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX opportunity_client ON opportunity (client);

CREATE TABLE opportunity_requested_products (
    owner TEXT NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    target TEXT NOT NULL REFERENCES product (id),
    PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX opportunity_requested_products_target ON opportunity_requested_products (target);

CREATE TABLE need (
    id TEXT NOT NULL PRIMARY KEY,
    opportunity TEXT NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    statement_zh TEXT NOT NULL,
    statement_en TEXT NOT NULL,
    level TEXT NOT NULL,
    topics TEXT NOT NULL,
    raised_by TEXT REFERENCES person (id) ON DELETE SET NULL,
    evidence_certainty TEXT NOT NULL,
    evidence_source TEXT NOT NULL,
    evidence_on TEXT,
    real_need_zh TEXT NOT NULL,
    real_need_en TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX need_opportunity ON need (opportunity);
CREATE INDEX need_raised_by ON need (raised_by);

CREATE TABLE competitor (
    id TEXT NOT NULL PRIMARY KEY,
    opportunity TEXT NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    strength TEXT NOT NULL,
    weakness TEXT NOT NULL,
    our_answer TEXT NOT NULL
) STRICT;
CREATE INDEX competitor_opportunity ON competitor (opportunity);

CREATE TABLE stakeholder (
    id TEXT NOT NULL PRIMARY KEY,
    opportunity TEXT NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    roles TEXT NOT NULL,
    roles_evidence_certainty TEXT NOT NULL,
    roles_evidence_source TEXT NOT NULL,
    roles_evidence_on TEXT,
    influence TEXT NOT NULL,
    influence_evidence_certainty TEXT NOT NULL,
    influence_evidence_source TEXT NOT NULL,
    influence_evidence_on TEXT,
    support TEXT NOT NULL,
    support_evidence_certainty TEXT NOT NULL,
    support_evidence_source TEXT NOT NULL,
    support_evidence_on TEXT,
    coverage TEXT NOT NULL,
    coverage_evidence_certainty TEXT NOT NULL,
    coverage_evidence_source TEXT NOT NULL,
    coverage_evidence_on TEXT,
    covered_by TEXT REFERENCES colleague (id) ON DELETE SET NULL,
    concerns TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX stakeholder_once ON stakeholder (opportunity, person);
CREATE INDEX stakeholder_person ON stakeholder (person);
CREATE INDEX stakeholder_covered_by ON stakeholder (covered_by);

CREATE TABLE line (
    id TEXT NOT NULL PRIMARY KEY,
    opportunity TEXT NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    target TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX line_opportunity ON line (opportunity);
CREATE INDEX line_source ON line (source);
CREATE INDEX line_target ON line (target);

CREATE TABLE visit (
    id TEXT NOT NULL PRIMARY KEY,
    opportunity TEXT NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    stage TEXT NOT NULL,
    place_zh TEXT NOT NULL,
    place_en TEXT NOT NULL,
    purpose_zh TEXT NOT NULL,
    purpose_en TEXT NOT NULL,
    best_commitment_zh TEXT NOT NULL,
    best_commitment_en TEXT NOT NULL,
    least_commitment_zh TEXT NOT NULL,
    least_commitment_en TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX visit_opportunity ON visit (opportunity);

CREATE TABLE visit_attendees (
    owner TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    target TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_attendees_target ON visit_attendees (target);

CREATE TABLE visit_team (
    owner TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    target TEXT NOT NULL REFERENCES colleague (id),
    PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_team_target ON visit_team (target);

CREATE TABLE follow_up (
    id TEXT NOT NULL PRIMARY KEY,
    visit TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    what_zh TEXT NOT NULL,
    what_en TEXT NOT NULL,
    owner_zh TEXT NOT NULL,
    owner_en TEXT NOT NULL,
    due TEXT,
    is_for_client INTEGER NOT NULL,
    done_on TEXT,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX follow_up_visit ON follow_up (visit);

CREATE TABLE export (
    id TEXT NOT NULL PRIMARY KEY,
    visit TEXT NOT NULL,
    made_at TEXT NOT NULL,
    language TEXT NOT NULL,
    folder TEXT NOT NULL,
    files TEXT NOT NULL,
    facts TEXT NOT NULL
) STRICT;
CREATE INDEX export_visit ON export (visit);

CREATE TABLE search_entry (
    rowid INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (kind, record)
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
    kind, name, pinyin, body,
    content = '', contentless_delete = 1, tokenize = 'ascii'
);

CREATE TRIGGER client_leaves_search AFTER DELETE ON client BEGIN
    DELETE FROM search_index WHERE rowid = (
        SELECT rowid FROM search_entry WHERE kind = 'client' AND record = OLD.id
    );
    DELETE FROM search_entry WHERE kind = 'client' AND record = OLD.id;
END;

CREATE TRIGGER person_leaves_search AFTER DELETE ON person BEGIN
    DELETE FROM search_index WHERE rowid = (
        SELECT rowid FROM search_entry WHERE kind = 'person' AND record = OLD.id
    );
    DELETE FROM search_entry WHERE kind = 'person' AND record = OLD.id;
END;

CREATE TRIGGER product_leaves_search AFTER DELETE ON product BEGIN
    DELETE FROM search_index WHERE rowid = (
        SELECT rowid FROM search_entry WHERE kind = 'product' AND record = OLD.id
    );
    DELETE FROM search_entry WHERE kind = 'product' AND record = OLD.id;
END;

CREATE TRIGGER case_leaves_search AFTER DELETE ON "case" BEGIN
    DELETE FROM search_index WHERE rowid = (
        SELECT rowid FROM search_entry WHERE kind = 'case' AND record = OLD.id
    );
    DELETE FROM search_entry WHERE kind = 'case' AND record = OLD.id;
END;

CREATE TRIGGER visit_leaves_search AFTER DELETE ON visit BEGIN
    DELETE FROM search_index WHERE rowid = (
        SELECT rowid FROM search_entry WHERE kind = 'visit' AND record = OLD.id
    );
    DELETE FROM search_entry WHERE kind = 'visit' AND record = OLD.id;
END;
"""
