-- Background jobs. "fence" grows whenever a node takes the job: a node commits a step only under the fence it took the job with.
-- "attempt" counts failures and interruptions since the last step that committed; "due_at" is when a waiting job may start.
CREATE TABLE jobs_job (
    id          BIGINT        NOT NULL,
    kind        VARCHAR(127)  NOT NULL,
    subject     VARCHAR(200)  NOT NULL,
    state       VARCHAR(15)   NOT NULL,
    member_id   BIGINT        NOT NULL,
    member_name VARCHAR(200)  NOT NULL,
    locale      VARCHAR(15)   NOT NULL,
    unlimited   BOOLEAN       NOT NULL,
    parameters  ${json}       NOT NULL,
    step_state  ${json}       NOT NULL,
    units_done  BIGINT        NOT NULL,
    units_total BIGINT,
    outcome     ${json}       NOT NULL,
    problem     VARCHAR(2000),
    attempt     INTEGER       NOT NULL,
    fence       BIGINT        NOT NULL,
    lease_until TIMESTAMP,
    due_at      TIMESTAMP     NOT NULL,
    cancelled   BOOLEAN       NOT NULL,
    created_at  TIMESTAMP     NOT NULL,
    started_at  TIMESTAMP,
    ended_at    TIMESTAMP,
    CONSTRAINT jobs_job_pk PRIMARY KEY (id)
);
-- What waits or runs: a handful of rows among the history.
CREATE INDEX jobs_job_state ON jobs_job (state, id);
-- One member's jobs, newest first; everyone's go by the primary key, backwards.
CREATE INDEX jobs_job_member ON jobs_job (member_id, id DESC);
CREATE INDEX jobs_job_newest ON jobs_job (id DESC);
-- The sweep.
CREATE INDEX jobs_job_ended ON jobs_job (ended_at);
