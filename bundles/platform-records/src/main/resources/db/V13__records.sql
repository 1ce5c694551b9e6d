-- Ids of the files said with a comment, separated by commas; null or empty for none. They belong to the comment's record.
ALTER TABLE records_comment ADD COLUMN files VARCHAR(200);
