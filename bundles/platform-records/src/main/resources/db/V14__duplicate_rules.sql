-- What the same value in a compared field means: {"creditCode":"block"}; fields that are not named count among the others.
CREATE TABLE records_duplicate_rule (
    record_type VARCHAR(63) NOT NULL,
    version     INTEGER     NOT NULL,
    rules       ${text}     NOT NULL,
    CONSTRAINT records_duplicate_rule_pk PRIMARY KEY (record_type)
);
