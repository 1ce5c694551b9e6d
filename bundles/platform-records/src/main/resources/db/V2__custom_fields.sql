-- Fields that administrators added to record types. Settings are a JSON object; a retired field keeps its values.
CREATE TABLE records_field (
    id          BIGINT      NOT NULL,
    record_type VARCHAR(63) NOT NULL,
    field_key   VARCHAR(63) NOT NULL,
    kind        VARCHAR(31) NOT NULL,
    state       VARCHAR(15) NOT NULL,
    indexed     BOOLEAN     NOT NULL,
    place       INTEGER     NOT NULL,
    version     INTEGER     NOT NULL,
    settings    ${text}     NOT NULL,
    CONSTRAINT records_field_pk PRIMARY KEY (id),
    CONSTRAINT records_field_field_key UNIQUE (record_type, field_key)
);

-- The values of unique custom fields: no two living records of a type have the same. A deleted record's token is its id.
CREATE TABLE records_unique (
    record_type   VARCHAR(63)  NOT NULL,
    record_id     BIGINT       NOT NULL,
    field_key     VARCHAR(63)  NOT NULL,
    val           VARCHAR(400) NOT NULL,
    deleted_token BIGINT       NOT NULL,
    CONSTRAINT records_unique_pk PRIMARY KEY (record_type, record_id, field_key),
    CONSTRAINT records_unique_val UNIQUE (record_type, field_key, val, deleted_token)
);

-- The number each rule gave last, for each period it counts anew in.
CREATE TABLE records_number (
    rule_name VARCHAR(127) NOT NULL,
    period    VARCHAR(15)  NOT NULL,
    latest    BIGINT       NOT NULL,
    CONSTRAINT records_number_pk PRIMARY KEY (rule_name, period)
);

-- How the fields of a type stand in forms, for everyone (role 0) or for one role.
CREATE TABLE records_layout (
    record_type VARCHAR(63) NOT NULL,
    role_id     BIGINT      NOT NULL,
    version     INTEGER     NOT NULL,
    layout      ${text}     NOT NULL,
    CONSTRAINT records_layout_pk PRIMARY KEY (record_type, role_id)
);

-- Rises with each change of fields and layouts, so that every node notices.
CREATE TABLE records_revision (
    name     VARCHAR(63) NOT NULL,
    revision BIGINT      NOT NULL,
    CONSTRAINT records_revision_pk PRIMARY KEY (name)
);
INSERT INTO records_revision (name, revision) VALUES ('fields', 0);
INSERT INTO records_revision (name, revision) VALUES ('layouts', 0);

-- Filters and orders by custom numbers and times, either way: Derby cannot walk an index backwards.
CREATE INDEX records_value_num ON records_value (record_type, field_key, num_val, record_id);
CREATE INDEX records_value_num_down ON records_value (record_type, field_key, num_val DESC, record_id DESC);
CREATE INDEX records_value_time ON records_value (record_type, field_key, time_val, record_id);
CREATE INDEX records_value_time_down ON records_value (record_type, field_key, time_val DESC, record_id DESC);
