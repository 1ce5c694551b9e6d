-- The reason as its key and what is put into it, so that everyone reads it in their own language; null where none was kept, or it was too long.
ALTER TABLE plugins_attempt ADD COLUMN told VARCHAR(8000);
