-- What holds for everybody's data permissions: one row, made here, never removed.
CREATE TABLE identity_access_policy (
    ${record},
    name           VARCHAR(100) NOT NULL,
    superiors_read BOOLEAN,
    unowned        VARCHAR(63)
);
CREATE INDEX identity_access_policy_title ON identity_access_policy (title_key, id);
INSERT INTO identity_access_policy (id, version, name, superiors_read, unowned, title_key, title_fold, created_at, updated_at)
VALUES (1, 1, 'Data permissions 数据权限规则', TRUE, 'scopeAll', 'data permissions', 'datapermissions数据权限规则', '2026-11-23 00:00:00', '2026-11-23 00:00:00');
