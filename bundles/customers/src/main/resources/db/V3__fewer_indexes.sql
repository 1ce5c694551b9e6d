-- Departments by name are met along the names of all, or sorted where they have few: docs/decisions/123-ways-to-a-page.md.
DROP INDEX customers_customer_department_title;
