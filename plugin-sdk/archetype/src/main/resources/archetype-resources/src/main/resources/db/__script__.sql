-- Notes, for Derby and PostgreSQL alike. Later scripts (V2__${area}.sql) only ever add.
CREATE TABLE ${area}_note (
    ${owned},
    title   VARCHAR(120) NOT NULL,
    content ${text},
    done_on DATE
);
-- One index for each direction of an order a list offers, and one for each scope.
CREATE INDEX ${area}_note_newest ON ${area}_note (created_at DESC, id DESC);
CREATE INDEX ${area}_note_oldest ON ${area}_note (created_at, id);
CREATE INDEX ${area}_note_title ON ${area}_note (title_key, id);
CREATE INDEX ${area}_note_title_desc ON ${area}_note (title_key DESC, id DESC);
CREATE INDEX ${area}_note_owner ON ${area}_note (owner_id, created_at DESC, id DESC);
CREATE INDEX ${area}_note_department ON ${area}_note (department_id, created_at DESC, id DESC);
