CREATE TABLE sample_tree (
  ${owned},
  origin VARCHAR(200),
  story ${text},
  name VARCHAR(40) NOT NULL,
  code VARCHAR(200),
  notes ${text},
  article ${text},
  age BIGINT,
  rings INTEGER,
  height NUMERIC(19,4),
  price NUMERIC(19,4),
  price_currency CHAR(3),
  evergreen BOOLEAN,
  tall BOOLEAN NOT NULL,
  planted DATE,
  watered TIME,
  seen TIMESTAMP,
  kind VARCHAR(63),
  uses ${json},
  parent BIGINT,
  about BIGINT,
  about_type VARCHAR(63),
  siblings ${json},
  keeper BIGINT,
  station BIGINT,
  phone VARCHAR(40),
  email VARCHAR(254),
  phones ${json},
  emails ${json},
  site VARCHAR(500),
  region VARCHAR(6),
  tags ${json},
  felled_at TIMESTAMP,
  CONSTRAINT sample_tree_name UNIQUE (name, deleted_token)
);
CREATE INDEX sample_tree_created ON sample_tree (created_at DESC, id DESC);
CREATE TABLE sample_leaf (
  ${owned},
  name VARCHAR(200) NOT NULL,
  tree BIGINT NOT NULL,
  phones ${json},
  emails ${json}
);
CREATE INDEX sample_leaf_created ON sample_leaf (created_at DESC, id DESC);

CREATE TABLE sample_person (
    ${owned},
    name     VARCHAR(200),
    address  VARCHAR(200),
    suburb   VARCHAR(200),
    postcode VARCHAR(200),
    born     VARCHAR(200),
    number   VARCHAR(200),
    phones   ${json},
    emails   ${json}
);

CREATE TABLE sample_company (
    ${owned},
    name      VARCHAR(200) NOT NULL,
    code      VARCHAR(200),
    phones    ${json},
    emails    ${json},
    address   VARCHAR(200),
    parent_id BIGINT,
    partners  ${json},
    tags      ${json},
    staff     INTEGER
);
