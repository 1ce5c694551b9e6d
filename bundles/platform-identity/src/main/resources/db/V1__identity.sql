CREATE TABLE identity_department (
    ${record},
    name       VARCHAR(100) NOT NULL,
    code       VARCHAR(32),
    parent_id  BIGINT,
    head_id    BIGINT,
    sort_order BIGINT
);
CREATE INDEX identity_department_order ON identity_department (sort_order, id);
CREATE INDEX identity_department_title ON identity_department (title_key, id);
CREATE INDEX identity_department_parent ON identity_department (parent_id);

CREATE TABLE identity_position (
    ${record},
    name  VARCHAR(100) NOT NULL,
    level BIGINT
);
CREATE INDEX identity_position_level ON identity_position (level DESC, id DESC);
CREATE INDEX identity_position_title ON identity_position (title_key, id);

CREATE TABLE identity_role (
    ${record},
    name           VARCHAR(100) NOT NULL,
    description    VARCHAR(500),
    administrator  BOOLEAN,
    grants_version INTEGER,
    CONSTRAINT identity_role_name UNIQUE (name, deleted_token)
);
CREATE INDEX identity_role_title ON identity_role (title_key, id);

CREATE TABLE identity_member (
    ${record},
    name            VARCHAR(100) NOT NULL,
    login           VARCHAR(64)  NOT NULL,
    employee_number VARCHAR(32),
    email           VARCHAR(254),
    mobile          VARCHAR(40),
    department_ids  ${json},
    position_id     BIGINT,
    manager_id      BIGINT,
    status          VARCHAR(63)  NOT NULL,
    joined_at       DATE,
    left_at         DATE,
    role_ids        ${json},
    locale          VARCHAR(63),
    time_zone       VARCHAR(63),
    CONSTRAINT identity_member_login UNIQUE (login, deleted_token)
);
CREATE INDEX identity_member_title ON identity_member (title_key, id);
CREATE INDEX identity_member_manager ON identity_member (manager_id);
CREATE INDEX identity_member_position ON identity_member (position_id);

-- What roles allow.
CREATE TABLE identity_role_grant (
    role_id     BIGINT      NOT NULL,
    record_type VARCHAR(63) NOT NULL,
    action_name VARCHAR(63) NOT NULL,
    data_scope  VARCHAR(31) NOT NULL,
    departments ${json}     NOT NULL,
    CONSTRAINT identity_role_grant_pk PRIMARY KEY (role_id, record_type, action_name)
);
CREATE TABLE identity_role_field (
    role_id     BIGINT      NOT NULL,
    record_type VARCHAR(63) NOT NULL,
    field_name  VARCHAR(63) NOT NULL,
    access_kind VARCHAR(31) NOT NULL,
    CONSTRAINT identity_role_field_pk PRIMARY KEY (role_id, record_type, field_name)
);
CREATE TABLE identity_role_function (
    role_id       BIGINT       NOT NULL,
    function_name VARCHAR(127) NOT NULL,
    CONSTRAINT identity_role_function_pk PRIMARY KEY (role_id, function_name)
);

-- How members sign in. Tokens are kept as SHA-256 in hexadecimal, never as they are.
CREATE TABLE identity_credential (
    member_id   BIGINT       NOT NULL,
    hash        VARCHAR(255) NOT NULL,
    changed_at  TIMESTAMP    NOT NULL,
    must_change BOOLEAN      NOT NULL,
    CONSTRAINT identity_credential_pk PRIMARY KEY (member_id)
);
CREATE TABLE identity_session (
    id          BIGINT       NOT NULL,
    token_hash  VARCHAR(64)  NOT NULL,
    member_id   BIGINT       NOT NULL,
    created_at  TIMESTAMP    NOT NULL,
    seen_at     TIMESTAMP    NOT NULL,
    expires_at  TIMESTAMP    NOT NULL,
    address     VARCHAR(63)  NOT NULL,
    agent       VARCHAR(255) NOT NULL,
    CONSTRAINT identity_session_pk PRIMARY KEY (id),
    CONSTRAINT identity_session_token UNIQUE (token_hash)
);
CREATE INDEX identity_session_member ON identity_session (member_id);
CREATE TABLE identity_token (
    id         BIGINT       NOT NULL,
    token_hash VARCHAR(64)  NOT NULL,
    member_id  BIGINT       NOT NULL,
    name       VARCHAR(100) NOT NULL,
    created_at TIMESTAMP    NOT NULL,
    expires_at TIMESTAMP    NOT NULL,
    used_at    TIMESTAMP,
    CONSTRAINT identity_token_pk PRIMARY KEY (id),
    CONSTRAINT identity_token_hash UNIQUE (token_hash)
);
CREATE INDEX identity_token_member ON identity_token (member_id);
CREATE TABLE identity_preference (
    member_id BIGINT      NOT NULL,
    theme     VARCHAR(31) NOT NULL,
    density   VARCHAR(31) NOT NULL,
    CONSTRAINT identity_preference_pk PRIMARY KEY (member_id)
);

-- Who signed in, failed to, changed what about signing in and permissions. member_id is 0 where nobody is known.
CREATE TABLE identity_audit (
    id        BIGINT       NOT NULL,
    happened_at TIMESTAMP  NOT NULL,
    event     VARCHAR(63)  NOT NULL,
    by_member BIGINT       NOT NULL,
    about     BIGINT       NOT NULL,
    address   VARCHAR(63)  NOT NULL,
    detail    VARCHAR(400) NOT NULL,
    CONSTRAINT identity_audit_pk PRIMARY KEY (id)
);
CREATE INDEX identity_audit_about ON identity_audit (about, id);

-- Rows that writers lock one after another, where two writes at once could break together what each alone keeps.
CREATE TABLE identity_lock (
    name  VARCHAR(31) NOT NULL,
    turns BIGINT      NOT NULL,
    CONSTRAINT identity_lock_pk PRIMARY KEY (name)
);
INSERT INTO identity_lock (name, turns) VALUES ('administrators', 0);
INSERT INTO identity_lock (name, turns) VALUES ('departments', 0);

-- Demo data loaded into this home; the row 'home' marks a home that wants them.
CREATE TABLE identity_demo (
    name       VARCHAR(200) NOT NULL,
    started_at TIMESTAMP    NOT NULL,
    ended_at   TIMESTAMP,
    CONSTRAINT identity_demo_pk PRIMARY KEY (name)
);
