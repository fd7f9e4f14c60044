INSERT INTO person (id, email, pesel) VALUES
  (0, 'hugo-zimmer@fabrikam.net', 'DZ-90859'),
  (1, 'ada.tanaka@contoso.org', 'ZO-21373'),
  (2, 'ada.yilmaz49@proseware.es', 'OS-24550'),
  (3, 'oskar-novak29@proseware.es', 'PQ-11622'),
  (4, 'ada-ueda58@northwind-mail.com', 'VZ-74491');
-- ssn 267-89-6201
