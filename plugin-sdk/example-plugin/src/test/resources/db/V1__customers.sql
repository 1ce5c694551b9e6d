-- Just enough of another area's table.
CREATE TABLE customers_customer (
    ${record},
    name VARCHAR(200)
);
