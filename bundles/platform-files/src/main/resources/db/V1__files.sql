-- How many files have a content, by its SHA-256. A row is there before its content and stays after it with uses = 0: whoever gives a content to a file
-- and whoever takes it from the disk meet on the row's lock, and on Derby who looks for a deleted row keeps others from writing it again.
CREATE TABLE files_content (
    sha256 VARCHAR(64) NOT NULL,
    uses   BIGINT      NOT NULL,
    CONSTRAINT files_content_pk PRIMARY KEY (sha256)
);

-- owner_type is empty for a file that belongs to its member alone; expires_at is null for one that stays.
CREATE TABLE files_file (
    id           BIGINT       NOT NULL,
    name         VARCHAR(200) NOT NULL,
    content_type VARCHAR(127) NOT NULL,
    size_bytes   BIGINT       NOT NULL,
    sha256       VARCHAR(64)  NOT NULL,
    member_id    BIGINT       NOT NULL,
    owner_type   VARCHAR(63),
    owner_id     BIGINT,
    created_at   TIMESTAMP    NOT NULL,
    expires_at   TIMESTAMP,
    CONSTRAINT files_file_pk PRIMARY KEY (id)
);
CREATE INDEX files_file_owner ON files_file (owner_type, owner_id, id DESC);
CREATE INDEX files_file_expires ON files_file (expires_at);
