CREATE TABLE sample_firm (
  ${owned},
  name VARCHAR(200) NOT NULL,
  short_name VARCHAR(200),
  code VARCHAR(200),
  notes ${text},
  article ${text},
  phones ${json},
  emails ${json},
  tags ${json}
);
CREATE INDEX sample_firm_created ON sample_firm (created_at DESC, id DESC);
CREATE TABLE sample_town (
  ${record},
  name VARCHAR(200) NOT NULL
);
CREATE INDEX sample_town_created ON sample_town (created_at DESC, id DESC);
