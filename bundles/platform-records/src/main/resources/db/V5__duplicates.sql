-- Duplicates. Keys bring together records worth comparing: a hash of type, kind and folded value each, so that the table holds nobody's data
-- and stays narrow. Written with the record; a record in the recycle bin has none.
CREATE TABLE records_match (
    match_key BIGINT NOT NULL,
    record_id BIGINT NOT NULL,
    CONSTRAINT records_match_pk PRIMARY KEY (match_key, record_id)
);
CREATE INDEX records_match_record ON records_match (record_id);

-- How each type's keys were made, and when it was searched last. Keys made by another declaration are made anew.
CREATE TABLE records_match_type (
    record_type VARCHAR(63) NOT NULL,
    made_by     VARCHAR(64) NOT NULL,
    scanned_at  TIMESTAMP,
    job_id      BIGINT,
    CONSTRAINT records_match_type_pk PRIMARY KEY (record_type)
);

-- Pairs that a scan found, left_id < right_id. A dismissed one stays, so that it is not found again.
CREATE TABLE records_duplicate (
    record_type  VARCHAR(63) NOT NULL,
    left_id      BIGINT      NOT NULL,
    right_id     BIGINT      NOT NULL,
    score        INTEGER     NOT NULL,
    found_at     TIMESTAMP   NOT NULL,
    dismissed    INTEGER     NOT NULL,
    dismissed_at TIMESTAMP,
    dismissed_by BIGINT,
    CONSTRAINT records_duplicate_pk PRIMARY KEY (left_id, right_id)
);
CREATE INDEX records_duplicate_best ON records_duplicate (record_type, dismissed, score DESC, left_id DESC, right_id DESC);
CREATE INDEX records_duplicate_right ON records_duplicate (right_id);
