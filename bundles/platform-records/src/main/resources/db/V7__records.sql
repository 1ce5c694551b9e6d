-- How a change came: screen, token, import, bulk, job or rule; null for the platform's own and for rows older than this column.
ALTER TABLE records_change ADD COLUMN source VARCHAR(15);

-- The timeline merges changes with related records, so it goes by time.
DROP INDEX records_change_record;
CREATE INDEX records_change_record ON records_change (record_type, record_id, changed_at DESC, id DESC);

-- What members say about records. body holds mentions as @[<id of the member>].
CREATE TABLE records_comment (
    id          BIGINT      NOT NULL,
    record_type VARCHAR(63) NOT NULL,
    record_id   BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    body        ${text}     NOT NULL,
    created_at  TIMESTAMP   NOT NULL,
    edited_at   TIMESTAMP,
    removed_at  TIMESTAMP,
    pinned_at   TIMESTAMP,
    CONSTRAINT records_comment_pk PRIMARY KEY (id)
);
CREATE INDEX records_comment_record ON records_comment (record_type, record_id, pinned_at);

-- Members a comment mentions who could read the record then; read_at is null until they have seen it.
CREATE TABLE records_mention (
    id          BIGINT      NOT NULL,
    comment_id  BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    read_at     TIMESTAMP,
    CONSTRAINT records_mention_pk PRIMARY KEY (id)
);
CREATE UNIQUE INDEX records_mention_comment ON records_mention (comment_id, member_id);
CREATE INDEX records_mention_member ON records_mention (member_id, id DESC);
CREATE INDEX records_mention_unread ON records_mention (member_id, read_at);
