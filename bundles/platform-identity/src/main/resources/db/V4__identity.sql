-- The system log is sealed row upon row, once its rows are committed. The head tells the last seal, so that rows cut off at the end are missed.
ALTER TABLE identity_audit ADD COLUMN seq BIGINT;
ALTER TABLE identity_audit ADD COLUMN hash VARCHAR(64);
ALTER TABLE identity_audit ADD CONSTRAINT identity_audit_seq UNIQUE (seq);
CREATE INDEX identity_audit_member ON identity_audit (by_member, id DESC);
CREATE INDEX identity_audit_event ON identity_audit (event, id DESC);
CREATE INDEX identity_audit_newest ON identity_audit (id DESC);

CREATE TABLE identity_audit_head (
    name VARCHAR(31) NOT NULL,
    seq  BIGINT      NOT NULL,
    hash VARCHAR(64) NOT NULL,
    CONSTRAINT identity_audit_head_pk PRIMARY KEY (name)
);
INSERT INTO identity_audit_head (name, seq, hash) VALUES ('audit', 0, '0000000000000000000000000000000000000000000000000000000000000000');
