-- What administrators made of dictionaries that areas bring, and dictionaries of their own; 'version' rises with every change.
CREATE TABLE records_dictionary (
    name    VARCHAR(127) NOT NULL,
    version INTEGER      NOT NULL,
    labels  ${json},
    CONSTRAINT records_dictionary_pk PRIMARY KEY (name)
);

-- The values, in the order they are offered. Of values that an area brings, labels has only the languages that were changed.
CREATE TABLE records_dictionary_item (
    dictionary VARCHAR(127) NOT NULL,
    item       VARCHAR(63)  NOT NULL,
    place      INTEGER      NOT NULL,
    parent     VARCHAR(63),
    color      VARCHAR(15),
    labels     ${json},
    retired    BOOLEAN      NOT NULL,
    CONSTRAINT records_dictionary_item_pk PRIMARY KEY (dictionary, item)
);

-- Parameters whose value is not the one their area gives; as JSON.
CREATE TABLE records_parameter (
    name       VARCHAR(127)  NOT NULL,
    setting    VARCHAR(2000) NOT NULL,
    version    INTEGER       NOT NULL,
    CONSTRAINT records_parameter_pk PRIMARY KEY (name)
);

-- Templates of messages, mails and prints.
CREATE TABLE records_template (
    id          BIGINT       NOT NULL,
    version     INTEGER      NOT NULL,
    name        VARCHAR(120) NOT NULL,
    sort        VARCHAR(15)  NOT NULL,
    record_type VARCHAR(63)  NOT NULL,
    subject     VARCHAR(400),
    body        ${text}      NOT NULL,
    retired     BOOLEAN      NOT NULL,
    CONSTRAINT records_template_pk PRIMARY KEY (id)
);
CREATE INDEX records_template_type ON records_template (record_type, name, id);
