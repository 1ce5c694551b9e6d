CREATE TABLE north_label (
  ${record}
);
