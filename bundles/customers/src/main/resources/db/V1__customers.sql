-- Customers, contacts and contact logs, for Derby and PostgreSQL alike, sized for a million customers.
--
-- Which indexes there are, and why no more: each costs every insert.
--   * Derby cannot scan an index backwards, and paging goes both ways: an order that is offered has one index for each direction.
--   * Scopes (owner, department) carry the default order only; other orders of a scope's few rows are sorted.
--   * A filter has an index where a value may be rare: industry, region and type, each with the default order behind it, so that filters
--     combine with the walk through it. level, status, source, country and the yes/no fields have common values: a page fills within some
--     hundred rows of the default order. credit_code, number and title_fold are looked up exactly or by their start.

CREATE TABLE customers_customer (
    ${owned},
    name               VARCHAR(200) NOT NULL,
    short_name         VARCHAR(60),
    number             VARCHAR(40),
    credit_code        VARCHAR(18),
    type               VARCHAR(63),
    status             VARCHAR(63),
    level              VARCHAR(63),
    industry           VARCHAR(63),
    source             VARCHAR(63),
    parent_id          BIGINT,
    tags               ${json},
    last_contact_at    TIMESTAMP,
    next_contact_at    TIMESTAMP,
    phones             ${json},
    emails             ${json},
    website            VARCHAR(500),
    country            VARCHAR(63),
    region             VARCHAR(6),
    address            VARCHAR(300),
    postal_code        VARCHAR(20),
    employees          INTEGER,
    founded            DATE,
    registered_capital NUMERIC(19, 4),
    preferences        ${text},
    remark             ${text}
);
CREATE INDEX customers_customer_newest ON customers_customer (created_at DESC, id DESC);
CREATE INDEX customers_customer_oldest ON customers_customer (created_at, id);
CREATE INDEX customers_customer_changed ON customers_customer (updated_at DESC, id DESC);
CREATE INDEX customers_customer_unchanged ON customers_customer (updated_at, id);
CREATE INDEX customers_customer_title ON customers_customer (title_key, id);
CREATE INDEX customers_customer_title_desc ON customers_customer (title_key DESC, id DESC);
CREATE INDEX customers_customer_next ON customers_customer (next_contact_at, id);
CREATE INDEX customers_customer_next_desc ON customers_customer (next_contact_at DESC, id DESC);
CREATE INDEX customers_customer_owner ON customers_customer (owner_id, created_at DESC, id DESC);
CREATE INDEX customers_customer_department ON customers_customer (department_id, created_at DESC, id DESC);
CREATE INDEX customers_customer_industry ON customers_customer (industry, created_at DESC, id DESC);
CREATE INDEX customers_customer_region ON customers_customer (region, created_at DESC, id DESC);
CREATE INDEX customers_customer_type ON customers_customer (type, created_at DESC, id DESC);
CREATE INDEX customers_customer_parent ON customers_customer (parent_id);
CREATE INDEX customers_customer_credit ON customers_customer (credit_code);
CREATE INDEX customers_customer_number ON customers_customer (number);
CREATE INDEX customers_customer_fold ON customers_customer (title_fold, id);

-- A person's records are found by party; the id alone is unique over all types, party_type only says where to look.
CREATE TABLE customers_contact (
    ${owned},
    name              VARCHAR(120) NOT NULL,
    party_type        VARCHAR(63),
    party             BIGINT,
    party_role        VARCHAR(63),
    job_title         VARCHAR(120),
    department        VARCHAR(120),
    main_contact      BOOLEAN,
    inactive          BOOLEAN,
    tags              ${json},
    phones            ${json},
    emails            ${json},
    do_not_call       BOOLEAN,
    region            VARCHAR(6),
    address           VARCHAR(300),
    postal_code       VARCHAR(20),
    wechat            VARCHAR(80),
    qq                VARCHAR(20),
    dingtalk          VARCHAR(80),
    whatsapp          VARCHAR(80),
    line              VARCHAR(80),
    linkedin          VARCHAR(500),
    other_account     VARCHAR(200),
    gender            VARCHAR(63),
    birthday_calendar VARCHAR(63),
    birthday          VARCHAR(10),
    next_birthday     DATE,
    hobbies           VARCHAR(500),
    remark            ${text}
);
CREATE INDEX customers_contact_newest ON customers_contact (created_at DESC, id DESC);
CREATE INDEX customers_contact_oldest ON customers_contact (created_at, id);
CREATE INDEX customers_contact_changed ON customers_contact (updated_at DESC, id DESC);
CREATE INDEX customers_contact_unchanged ON customers_contact (updated_at, id);
CREATE INDEX customers_contact_title ON customers_contact (title_key, id);
CREATE INDEX customers_contact_title_desc ON customers_contact (title_key DESC, id DESC);
CREATE INDEX customers_contact_birthday ON customers_contact (next_birthday, id);
CREATE INDEX customers_contact_birthday_desc ON customers_contact (next_birthday DESC, id DESC);
CREATE INDEX customers_contact_owner ON customers_contact (owner_id, created_at DESC, id DESC);
CREATE INDEX customers_contact_department ON customers_contact (department_id, created_at DESC, id DESC);
CREATE INDEX customers_contact_party ON customers_contact (party, created_at DESC, id DESC);
CREATE INDEX customers_contact_fold ON customers_contact (title_fold, id);

-- Lists come by the time of the contact; a party's logs also tell the customer's dates at every write.
CREATE TABLE customers_contact_log (
    ${owned},
    happened_at     TIMESTAMP NOT NULL,
    party_type      VARCHAR(63) NOT NULL,
    party           BIGINT NOT NULL,
    contact_id      BIGINT,
    kind            VARCHAR(63) NOT NULL,
    direction       VARCHAR(63),
    subject         VARCHAR(200) NOT NULL,
    content         ${text},
    result          VARCHAR(63),
    next_contact_at TIMESTAMP
);
CREATE INDEX customers_contact_log_latest ON customers_contact_log (happened_at DESC, id DESC);
CREATE INDEX customers_contact_log_earliest ON customers_contact_log (happened_at, id);
CREATE INDEX customers_contact_log_newest ON customers_contact_log (created_at DESC, id DESC);
CREATE INDEX customers_contact_log_oldest ON customers_contact_log (created_at, id);
CREATE INDEX customers_contact_log_changed ON customers_contact_log (updated_at DESC, id DESC);
CREATE INDEX customers_contact_log_unchanged ON customers_contact_log (updated_at, id);
CREATE INDEX customers_contact_log_title ON customers_contact_log (title_key, id);
CREATE INDEX customers_contact_log_title_desc ON customers_contact_log (title_key DESC, id DESC);
CREATE INDEX customers_contact_log_owner ON customers_contact_log (owner_id, happened_at DESC, id DESC);
CREATE INDEX customers_contact_log_department ON customers_contact_log (department_id, happened_at DESC, id DESC);
CREATE INDEX customers_contact_log_party ON customers_contact_log (party, happened_at DESC, id DESC);
CREATE INDEX customers_contact_log_contact ON customers_contact_log (contact_id, happened_at DESC, id DESC);
CREATE INDEX customers_contact_log_fold ON customers_contact_log (title_fold, id);
