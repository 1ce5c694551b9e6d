-- Points of customers, for Derby and PostgreSQL alike. Each order a list offers has an index in both directions.
CREATE TABLE loyalty_account (
    ${record},
    name        VARCHAR(200),
    customer_id BIGINT,
    balance     INTEGER
);
CREATE INDEX loyalty_account_newest ON loyalty_account (created_at DESC, id DESC);
CREATE INDEX loyalty_account_oldest ON loyalty_account (created_at, id);
CREATE INDEX loyalty_account_title ON loyalty_account (title_key, id);
CREATE INDEX loyalty_account_title_desc ON loyalty_account (title_key DESC, id DESC);
CREATE INDEX loyalty_account_balance ON loyalty_account (balance, id);
CREATE INDEX loyalty_account_balance_desc ON loyalty_account (balance DESC, id DESC);
CREATE INDEX loyalty_account_customer ON loyalty_account (customer_id);

CREATE TABLE loyalty_entry (
    ${record},
    reason     VARCHAR(200),
    account_id BIGINT,
    kind       VARCHAR(63),
    points     INTEGER,
    remaining  INTEGER,
    expires    DATE,
    source     VARCHAR(200) NOT NULL,
    CONSTRAINT loyalty_entry_source UNIQUE (source, deleted_token)
);
CREATE INDEX loyalty_entry_newest ON loyalty_entry (created_at DESC, id DESC);
CREATE INDEX loyalty_entry_oldest ON loyalty_entry (created_at, id);
CREATE INDEX loyalty_entry_account ON loyalty_entry (account_id, created_at DESC, id DESC);
CREATE INDEX loyalty_entry_expires ON loyalty_entry (expires, id);
CREATE INDEX loyalty_entry_expires_desc ON loyalty_entry (expires DESC, id DESC);

CREATE TABLE loyalty_reward (
    ${record},
    name     VARCHAR(120) NOT NULL,
    points   INTEGER      NOT NULL,
    on_offer BOOLEAN
);
CREATE INDEX loyalty_reward_newest ON loyalty_reward (created_at DESC, id DESC);
CREATE INDEX loyalty_reward_oldest ON loyalty_reward (created_at, id);
CREATE INDEX loyalty_reward_points ON loyalty_reward (points, id);
CREATE INDEX loyalty_reward_points_desc ON loyalty_reward (points DESC, id DESC);
