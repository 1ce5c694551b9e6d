CREATE TABLE notes_note (
  ${owned},
  subject VARCHAR(200) NOT NULL,
  body ${text},
  extras ${json},
  urgent BOOLEAN,
  due DATE,
  price_amount NUMERIC(19,4),
  price_currency CHAR(3),
  CONSTRAINT notes_note_subject UNIQUE (subject, deleted_token)
);
CREATE INDEX notes_note_list ON notes_note (created_at DESC, id DESC);
