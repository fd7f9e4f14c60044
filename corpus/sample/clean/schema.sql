CREATE TABLE person (
  id BIGINT PRIMARY KEY,
  ssn CHAR(11),
  email VARCHAR(320) NOT NULL,
  card_number VARCHAR(19),
  born DATE NOT NULL
);
