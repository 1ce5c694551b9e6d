CREATE TABLE south_pallet (
  ${owned},
  price_amount NUMERIC(19,4),
  price_currency CHAR(3)
);
