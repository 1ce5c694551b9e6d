-- What was installed and removed, by whom, and how it ended. Only ever added to.
CREATE TABLE plugins_attempt (
  id BIGINT NOT NULL PRIMARY KEY,
  tried_at TIMESTAMP NOT NULL,
  member_id BIGINT NOT NULL,
  member_name VARCHAR(200) NOT NULL,
  action VARCHAR(20) NOT NULL,
  plugin VARCHAR(200) NOT NULL,
  version VARCHAR(60) NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  reason VARCHAR(2000) NOT NULL
);
CREATE INDEX plugins_attempt_newest ON plugins_attempt (id DESC);
