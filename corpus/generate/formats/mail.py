"""Writes the fixtures of mail: messages and mailboxes as Python's own email and mailbox modules write them (Python 3.11.7).

    python3 corpus/generate/formats/mail.py test/fixtures/mail
"""
import mailbox
import os
import sys
import textwrap
from email.message import EmailMessage
from email.policy import SMTP

from picture import picture

FOLDER = sys.argv[1]
SSN = '536-90-4399'
IBAN = 'DE89 3704 0044 0532 0130 00'


def head(message, subject, date='Thu, 02 Jan 2025 10:20:30 +0000'):
    message['From'] = 'Mária Löpez <maria.lopez@corp-mail.org>'
    message['To'] = 'Max Stein <max.stein@corp-mail.org>'
    message['Subject'] = subject
    message['Date'] = date
    message['Message-ID'] = '<1234.5678@corp-mail.org>'
    return message


def write(name, message):
    with open(os.path.join(FOLDER, name), 'wb') as file:
        file.write(message.as_bytes(policy=SMTP))


# Plain, in quoted-printable and Latin-1, a field with encoded words.
plain = head(EmailMessage(), 'Grüße: Ihre Steuernummer')
plain.set_content(f'Guten Tag Frau Löpez,\n\nSSN {SSN}\nFrom here on nothing.\n{"lang " * 40}\n', charset='iso-8859-1', cte='quoted-printable')
write('plain.eml', plain)

# Both bodies, a table as attachment, a message in the message, an image, and bytes that nobody reads.
full = head(EmailMessage(), 'Payroll')
full.set_content(f'Dear Max,\n\nthe account is IBAN {IBAN}.\n')
full.add_alternative(f'<html><head><style>p {{ color: red }}</style></head><body><p>Dear Max,</p><p>the account is IBAN {IBAN}.</p>'
                     f'<table><tr><td>SSN</td><td>{SSN}</td></tr></table><!-- patient 943 476 5919 -->'
                     '<a href="mailto:hidden.person@corp-mail.org">mail me</a></body></html>', subtype='html')
full.add_attachment(f'name,ssn\nMaria,{SSN}\n'.encode('utf-16'), maintype='text', subtype='csv', filename='Gehälter.csv')
inner = head(EmailMessage(), 'Forwarded')
inner.set_content('Inner: call 202-555-0143, SSN 219-09-9999\n')
inner.add_attachment(b'deep note: SSN 457-55-5462\n', maintype='application', subtype='octet-stream', filename='note.txt')
full.add_attachment(inner)
full.add_attachment(picture(), maintype='image', subtype='png', filename='logo.png')
full.add_attachment(b'\x00\x01\x02\xff' * 64, maintype='application', subtype='octet-stream', filename='data.bin')
write('full.eml', full)

# A mailbox of three messages; the second has lines that look like the beginning of a message.
path = os.path.join(FOLDER, 'three.mbox')
if os.path.exists(path):
    os.remove(path)
box = mailbox.mbox(path)
for index, (subject, body) in enumerate([
    ('First', f'One: SSN {SSN}\n'),
    ('Second', textwrap.dedent(f'''\
        Two, and a letter that says:

        From now on all is different.
        >From the archive.

        IBAN {IBAN}
        ''')),
    ('Third', 'Three: patient NHS number 943 476 5919\n'),
]):
    one = head(EmailMessage(), subject)
    one.set_content(body)
    if index == 2:
        one.add_attachment(f'SSN {SSN}'.encode(), maintype='text', subtype='plain', filename='third.txt')
    kept = mailbox.mboxMessage(one)
    kept.set_from(f'sender{index}@corp-mail.org', (2025, 1, 2, 10, 20, 30, 3, 2, 0))
    box.add(kept)
box.flush()
box.close()
