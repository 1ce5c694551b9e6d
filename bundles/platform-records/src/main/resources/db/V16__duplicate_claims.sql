-- Rows to lock while a value is stored that no two records may have; a value's row is found by its hash.
CREATE TABLE records_duplicate_claim (
    id INTEGER NOT NULL,
    CONSTRAINT records_duplicate_claim_pk PRIMARY KEY (id)
);

INSERT INTO records_duplicate_claim (id)
SELECT a.n * 256 + b.n * 16 + c.n
FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) AS a (n),
     (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) AS b (n),
     (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) AS c (n);
