CREATE TABLE north_crate (
  ${owned}
);
