-- The change log. A row is written unnumbered in the transaction of the write it tells of; the sequencer numbers it after the commit.
CREATE TABLE records_change (
    id            BIGINT       NOT NULL,
    seq           BIGINT,
    record_type   VARCHAR(63)  NOT NULL,
    record_id     BIGINT       NOT NULL,
    action        VARCHAR(63)  NOT NULL,
    version       INTEGER      NOT NULL,
    owner_id      BIGINT,
    department_id BIGINT,
    member_id     BIGINT       NOT NULL,
    member_name   VARCHAR(200) NOT NULL,
    changed_at    TIMESTAMP    NOT NULL,
    fields        ${text}      NOT NULL,
    prev_hash     VARCHAR(64),
    hash          VARCHAR(64),
    CONSTRAINT records_change_pk PRIMARY KEY (id),
    CONSTRAINT records_change_seq UNIQUE (seq)
);
CREATE INDEX records_change_record ON records_change (record_type, record_id, seq DESC, id DESC);

-- How far each follower of the change log has read; the row 'records.sequence' holds the highest number given.
CREATE TABLE records_cursor (
    name VARCHAR(127) NOT NULL,
    seq  BIGINT       NOT NULL,
    CONSTRAINT records_cursor_pk PRIMARY KEY (name)
);
INSERT INTO records_cursor (name, seq) VALUES ('records.sequence', 0);

-- Work that one node does at a time.
CREATE TABLE records_lease (
    name       VARCHAR(63) NOT NULL,
    holder     VARCHAR(63) NOT NULL,
    expires_at TIMESTAMP   NOT NULL,
    CONSTRAINT records_lease_pk PRIMARY KEY (name)
);
INSERT INTO records_lease (name, holder, expires_at) VALUES ('records.sequence', '-', '2000-01-01 00:00:00');

-- The members of multi-valued fields, and custom fields that can be filtered by.
CREATE TABLE records_value (
    record_type VARCHAR(63) NOT NULL,
    record_id   BIGINT      NOT NULL,
    field_key   VARCHAR(63) NOT NULL,
    pos         INTEGER     NOT NULL,
    str_val     VARCHAR(400),
    num_val     DECIMAL(19,4),
    time_val    TIMESTAMP,
    CONSTRAINT records_value_pk PRIMARY KEY (record_type, record_id, field_key, pos)
);
CREATE INDEX records_value_str ON records_value (record_type, field_key, str_val, record_id);

-- Members who may read ('read') or change ('write') a record beside those its owner and department allow, until a time or for good.
CREATE TABLE records_team (
    record_type VARCHAR(63) NOT NULL,
    record_id   BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    access      VARCHAR(15) NOT NULL,
    expires_at  TIMESTAMP,
    CONSTRAINT records_team_pk PRIMARY KEY (record_type, record_id, member_id)
);
CREATE INDEX records_team_member ON records_team (member_id, record_type, record_id);

-- Records shown to a whole department ('department') or one member ('member').
CREATE TABLE records_share (
    record_type  VARCHAR(63) NOT NULL,
    record_id    BIGINT      NOT NULL,
    grantee_kind VARCHAR(15) NOT NULL,
    grantee_id   BIGINT      NOT NULL,
    access       VARCHAR(15) NOT NULL,
    expires_at   TIMESTAMP,
    CONSTRAINT records_share_pk PRIMARY KEY (record_type, record_id, grantee_kind, grantee_id)
);
CREATE INDEX records_share_grantee ON records_share (grantee_kind, grantee_id, record_type, record_id);
