-- When an import's rows were given up, and the way back with them.
ALTER TABLE records_import ADD COLUMN purged_at TIMESTAMP;

-- Everybody's imports of a type, newest first; and the oldest ones, to be cleared away.
CREATE INDEX records_import_type ON records_import (record_type, id DESC);
CREATE INDEX records_import_created ON records_import (created_at, id);
