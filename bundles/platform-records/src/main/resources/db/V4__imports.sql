-- Imports: a file on its way into records of one type. The file itself lies in the file store until all of it is in.
CREATE TABLE records_import (
    id             BIGINT       NOT NULL,
    record_type    VARCHAR(63)  NOT NULL,
    member_id      BIGINT       NOT NULL,
    file_id        BIGINT,
    file_name      VARCHAR(200) NOT NULL,
    phase          VARCHAR(15)  NOT NULL,
    job_id         BIGINT,
    options        ${text}      NOT NULL,
    look           ${text}      NOT NULL,
    remembered     BOOLEAN      NOT NULL,
    read_rows      BIGINT       NOT NULL,
    created_rows   BIGINT       NOT NULL,
    updated_rows   BIGINT       NOT NULL,
    unchanged_rows BIGINT       NOT NULL,
    skipped_rows   BIGINT       NOT NULL,
    refused_rows   BIGINT       NOT NULL,
    linked_rows    BIGINT       NOT NULL,
    undone_rows    BIGINT       NOT NULL,
    kept_rows      BIGINT       NOT NULL,
    created_at     TIMESTAMP    NOT NULL,
    ended_at       TIMESTAMP,
    CONSTRAINT records_import_pk PRIMARY KEY (id)
);
-- Past imports of a member, newest first.
CREATE INDEX records_import_member ON records_import (member_id, record_type, id DESC);

-- What became, or would become, of each row. pos 0 is the row's own record, those from 1 on stand beside it. version is the record's as this
-- import, and everything that followed from it, left it: a record that has another one was changed since.
CREATE TABLE records_import_row (
    import_id   BIGINT      NOT NULL,
    line        BIGINT      NOT NULL,
    pos         INTEGER     NOT NULL,
    outcome     VARCHAR(15) NOT NULL,
    record_type VARCHAR(63) NOT NULL,
    record_id   BIGINT,
    version     INTEGER,
    detail      ${text}     NOT NULL,
    undone      VARCHAR(15),
    undo_reason VARCHAR(400),
    CONSTRAINT records_import_row_pk PRIMARY KEY (import_id, line, pos)
);
-- Rows of one outcome in the file's order.
CREATE INDEX records_import_row_outcome ON records_import_row (import_id, outcome, line, pos);
-- The rows that wrote a record.
CREATE INDEX records_import_row_record ON records_import_row (import_id, record_id);

-- What a member's columns meant last time, by a hash of the headers.
CREATE TABLE records_import_mapping (
    member_id   BIGINT      NOT NULL,
    record_type VARCHAR(63) NOT NULL,
    headers     VARCHAR(64) NOT NULL,
    options     ${text}     NOT NULL,
    used_at     TIMESTAMP   NOT NULL,
    CONSTRAINT records_import_mapping_pk PRIMARY KEY (member_id, record_type, headers)
);
