-- Duplicates and merges. Keys bring together records worth comparing: a hash of type, kind and folded value each, so that the table holds nobody's data
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

-- Merges. before_values and after_values are what the survivor's chosen fields held and hold, as JSON.
CREATE TABLE records_merge (
    id            BIGINT       NOT NULL,
    record_type   VARCHAR(63)  NOT NULL,
    survivor_id   BIGINT       NOT NULL,
    state         VARCHAR(15)  NOT NULL,
    member_id     BIGINT       NOT NULL,
    member_name   VARCHAR(200) NOT NULL,
    merged_at     TIMESTAMP    NOT NULL,
    before_values ${text}      NOT NULL,
    after_values  ${text}      NOT NULL,
    job_id        BIGINT,
    report        ${text},
    CONSTRAINT records_merge_pk PRIMARY KEY (id)
);
CREATE INDEX records_merge_survivor ON records_merge (survivor_id, id);

-- The records that went into the survivor.
CREATE TABLE records_merge_other (
    merge_id  BIGINT NOT NULL,
    record_id BIGINT NOT NULL,
    CONSTRAINT records_merge_other_pk PRIMARY KEY (merge_id, record_id)
);
CREATE INDEX records_merge_other_record ON records_merge_other (record_id);

-- Every reference that was moved, so that it can be moved back; kept is true where the survivor stood in the same list already.
CREATE TABLE records_merge_move (
    id          BIGINT      NOT NULL,
    merge_id    BIGINT      NOT NULL,
    record_type VARCHAR(63) NOT NULL,
    record_id   BIGINT      NOT NULL,
    field_key   VARCHAR(63) NOT NULL,
    from_id     BIGINT      NOT NULL,
    kept        BOOLEAN     NOT NULL,
    CONSTRAINT records_merge_move_pk PRIMARY KEY (id)
);
CREATE INDEX records_merge_move_merge ON records_merge_move (merge_id, id);
