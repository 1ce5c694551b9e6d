-- What pages remember of a member (the columns of a list, the widgets of the start page), and what a role begins with: text as the page wrote it.
CREATE TABLE identity_remembered (
    owner_id BIGINT       NOT NULL,
    name     VARCHAR(100) NOT NULL,
    content  ${text}      NOT NULL,
    CONSTRAINT identity_remembered_pk PRIMARY KEY (owner_id, name)
);
