CREATE TABLE notes_remark (
  ${record},
  note_id BIGINT NOT NULL,
  words VARCHAR(200)
);
