-- Lists as members keep them: condition, columns, order, grouping (JSON). 'everyone' shows one to whoever may read the record type.
CREATE TABLE records_view (
    id          BIGINT       NOT NULL,
    version     INTEGER      NOT NULL,
    record_type VARCHAR(63)  NOT NULL,
    member_id   BIGINT       NOT NULL,
    name        VARCHAR(100) NOT NULL,
    everyone    BOOLEAN      NOT NULL,
    definition  ${json}      NOT NULL,
    updated_at  TIMESTAMP    NOT NULL,
    CONSTRAINT records_view_pk PRIMARY KEY (id),
    CONSTRAINT records_view_name UNIQUE (record_type, member_id, name)
);

-- Departments ('department', with all below) and roles ('role') a view is shown to.
CREATE TABLE records_view_grantee (
    view_id      BIGINT      NOT NULL,
    grantee_kind VARCHAR(15) NOT NULL,
    grantee_id   BIGINT      NOT NULL,
    CONSTRAINT records_view_grantee_pk PRIMARY KEY (view_id, grantee_kind, grantee_id)
);

-- Which view a member's list of a type begins with, and which ones stand first, in order (JSON array of ids).
CREATE TABLE records_view_choice (
    member_id    BIGINT      NOT NULL,
    record_type  VARCHAR(63) NOT NULL,
    default_view BIGINT,
    pinned       ${json}     NOT NULL,
    CONSTRAINT records_view_choice_pk PRIMARY KEY (member_id, record_type)
);
