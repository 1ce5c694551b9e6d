-- Whether the member has put the first steps away.
ALTER TABLE identity_preference ADD COLUMN toured BOOLEAN DEFAULT FALSE NOT NULL;
