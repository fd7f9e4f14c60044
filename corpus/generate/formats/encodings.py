"""Writes the fixtures of old encodings: one text, table and document each, as Python's codecs write them (Python 3.11.7).

    python3 corpus/generate/formats/encodings.py test/fixtures/encodings
"""
import json
import os
import sys

TEXTS = {
    'windows-1252': ('cp1252', 'Sehr geehrte Frau Müller, die Straße und Größe: bitte überweisen Sie 45,80 € auf das Konto. Grüße von Jürgen Schäfer aus Köln'),
    'windows-1250': ('cp1250', 'Numer PESEL i adres: ulica Żółwia 5, Łódź. Zażółć gęślą jaźń. Małgorzata Wiśniewska prosi o zaświadczenie'),
    'iso-8859-2': ('iso8859-2', 'Rodné číslo a adresa: Příliš žluťoučký kůň úpěl ďábelské ódy. Jiří Dvořák, Plzeň, děkuji za zprávu'),
    'windows-1251': ('cp1251', 'Паспорт гражданина, номер и серия. Улица Ленина, дом 5. Иван Петрович Сидоров просит прислать документы'),
    'koi8-r': ('koi8-r', 'Паспорт гражданина, номер и серия. Улица Ленина, дом 5. Иван Петрович Сидоров просит прислать документы'),
    'iso-8859-5': ('iso8859-5', 'Паспорт гражданина, номер и серия. Улица Ленина, дом 5. Иван Петрович Сидоров просит прислать документы'),
    'iso-8859-7': ('iso8859-7', 'Αριθμός ταυτότητας και διεύθυνση, οδός Σταδίου. Γιώργος Παπαδόπουλος παρακαλώ στείλτε τα έγγραφα'),
    'windows-1255': ('cp1255', 'מספר תעודת זהות וכתובת, רחוב הרצל. משה כהן מבקש לשלוח את המסמכים בבקשה'),
    'windows-1256': ('cp1256', 'رقم الهوية الوطنية والعنوان، شارع الملك. محمد أحمد يرجى إرسال المستندات'),
    'windows-1254': ('cp1254', 'Kimlik numarası ve adres, İstiklal Caddesi. Şükrü Çağlar, lütfen belgeleri gönderiniz. Işık ğüşıöç'),
    'shift_jis': ('shift_jis', '氏名と住所、東京都千代田区。田中太郎さんは電話番号を登録しました。よろしくお願いします'),
    'euc-jp': ('euc-jp', '氏名と住所、東京都千代田区。田中太郎さんは電話番号を登録しました。よろしくお願いします'),
    'euc-kr': ('euc-kr', '성명과 주소, 서울특별시 종로구. 김철수 씨는 전화번호를 등록했습니다. 감사합니다'),
    'gb18030': ('gb18030', '姓名和地址，北京市海淀区。张伟登记了电话号码和身份证号码。谢谢您的帮助'),
    'big5': ('big5', '姓名和地址，台北市中正區。張偉登記了電話號碼和身分證號碼。謝謝您的幫助'),
    'utf-32le': ('utf-32', 'Größe und 氏名, with a byte order mark'),
}
SSN = '536-90-4399'


def write(folder):
    for name, (codec, text) in TEXTS.items():
        words = text.replace(',', '').split()
        rows = ''.join(f'{i},{words[i % len(words)]},{SSN}\r\n' for i in range(20))
        records = [{'id': i, 'word': words[i % len(words)], 'ssn': SSN} for i in range(10)]
        for extension, content in [
            ('txt', f'{text}\nSSN {SSN}, {text[:10]} end\n'),
            ('csv', f'id,word,ssn\r\n{rows}'),
            ('json', json.dumps(records, ensure_ascii=False)),
        ]:
            with open(os.path.join(folder, f'{name}.{extension}'), 'wb') as file:
                file.write(content.encode(codec))


if __name__ == '__main__':
    write(sys.argv[1])
