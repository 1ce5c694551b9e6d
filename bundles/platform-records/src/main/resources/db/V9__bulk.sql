-- What jobs over many records did with each of them. "reason" is why it was refused; empty for records that were changed, which have the
-- versions before and after: a record that still has the latter can be put back.
CREATE TABLE records_bulk_row (
    job_id         BIGINT      NOT NULL,
    record_type    VARCHAR(63) NOT NULL,
    record_id      BIGINT      NOT NULL,
    version_before INTEGER,
    version_after  INTEGER,
    reason         VARCHAR(1000),
    CONSTRAINT records_bulk_row_pk PRIMARY KEY (job_id, record_type, record_id)
);
