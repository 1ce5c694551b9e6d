-- Timers: one row for each task that was ever there. "next_at" is the time it runs for next, UTC, null if that never comes; "schedule" and "zone"
-- are those it was reckoned with; "last_due_at" and "last_job_id" say which run was the last to begin.
CREATE TABLE jobs_timer (
    name        VARCHAR(127) NOT NULL,
    schedule    VARCHAR(200) NOT NULL,
    zone        VARCHAR(63)  NOT NULL,
    next_at     TIMESTAMP,
    last_due_at TIMESTAMP,
    last_job_id BIGINT,
    CONSTRAINT jobs_timer_pk PRIMARY KEY (name)
);
