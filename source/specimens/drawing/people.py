"""Invented people. None of them exists; UTO is the state that ICAO keeps for specimens."""
from .looks import face

UTOPIA = {'issuer': 'UTO', 'nationality': 'UTO', 'nationality_printed': 'UTOPIAN', 'state': 'UTOPIA', 'authority': 'Office 7'}

LINDQVIST = dict(
    UTOPIA, surname='Lindqvist', given='Sofia Margareta', sex='F', birth='1988-03-17', birthplace='Port Serene',
    number='L4190267K', issue='2024-05-10', expiry='2034-05-09', face=face('pale', 'fair', 'long', (70, 96, 120)),
)
ZHANG = dict(
    type='PO', issuer='CHN', nationality='CHN', nationality_printed='中国/CHINESE', national_name='张三', surname='Zhang', given='San',
    sex='M', birth='1990-02-01', birthplace='四川/SICHUAN', number='E12345678', issue='2025-02-02', expiry='2035-02-01',
    authority='样本签发机关/SPECIMEN OFFICE', optional='NLKBMHPCLEA906', face=face('light', 'black', 'short', (54, 58, 70), collar=(236, 236, 238)),
)
LONG = dict(
    UTOPIA, surname='van der Straaten-Oyelaran', given='Wilhelmina Theodosia', sex='F', birth='1979-11-23', birthplace='Lower Ardmoor',
    number='VS7720415', issue='2025-09-01', expiry='2035-08-31', face=face('brown', 'black', 'curly', (128, 60, 66)),
)
MONONYM = dict(
    UTOPIA, state='REPUBLIC OF UTOPIA', surname='Suryadarma', sex='M', birth='1995-08-08', birthplace='Tanjung Biru', number='C1583920',
    issue='2025-01-15', expiry='2035-01-15', face=face('tan', 'black', 'short', (48, 78, 66)),
)
PARTIAL = dict(
    UTOPIA, surname='Tessema', given='Abebech', sex='F', birth='1974', birthplace='Upper Lakes', number='EP0338271', issue='2024-10-20',
    expiry='2034-10-19', face=face('brown', 'blue', 'scarf', (58, 82, 128)),
)
EXPIRED = dict(
    issuer='D', nationality='D', nationality_printed='DEUTSCH', state='MUSTERPASS', surname='Beispiel', given='Johann Kaspar', sex='M',
    birth='1961-07-04', birthplace='Musterstadt', number='C4TF7R2K9', issue='2009-07-01', expiry='2019-06-30', authority='Stadt Musterstadt',
    face=face('pale', 'grey', 'short', (60, 66, 80), glasses=True, collar=(230, 232, 236)),
)
PHONE = dict(
    UTOPIA, surname='Okonkwo', given='Chiamaka Grace', sex='F', birth='1993-12-30', birthplace='New Harbour', number='A07314585',
    issue='2025-03-03', expiry='2035-03-02', face=face('dark', 'black', 'bun', (176, 120, 40)),
)
EXIF = dict(
    UTOPIA, state='UTOPÍA', nationality_printed='UTOPIANA', surname='Hernández Quiroga', given='Luis Alberto', sex='M', birth='1982-06-19',
    birthplace='San Telmo', number='G22904416', issue='2024-08-12', expiry='2034-08-11', authority='Oficina 4',
    face=face('tan', 'brown', 'short', (86, 92, 60), beard=True),
)
UPSIDE_DOWN = dict(
    UTOPIA, surname='Kowalczyk', given='Ewa Maria', sex='F', birth='1967-10-05', birthplace='Dolna', number='EK5501927', issue='2023-11-30',
    expiry='2033-11-29', empty_digit='0', face=face('pale', 'red', 'bun', (60, 90, 84), glasses=True),
)
BLURRED = dict(
    UTOPIA, surname='Dubois', given='Jean-Luc', sex='M', birth='1971-01-26', birthplace='Belleville', number='18CF72649', issue='2024-04-18',
    expiry='2034-04-17', face=face('light', 'grey', 'short', (52, 62, 96), beard=True),
)
VERY_BLURRED = dict(
    UTOPIA, surname='Nakamura', given='Haruka', sex='F', birth='1999-05-14', birthplace='Shirahama', number='TR6038215', issue='2025-06-06',
    expiry='2035-06-06', face=face('light', 'black', 'long', (150, 70, 96)),
)
SMALL = dict(
    type='PO', issuer='CHN', nationality='CHN', nationality_printed='中国/CHINESE', national_name='吕静', surname='Lyu', given='Jing', sex='F',
    birth='1996-09-22', birthplace='浙江/ZHEJIANG', number='EJ4420196', issue='2024-09-10', expiry='2034-09-09',
    authority='样本签发机关/SPECIMEN OFFICE', optional='MCLANPKFLBA918', face=face('light', 'black', 'long', (96, 110, 128)),
)
MISPRINTED = dict(
    UTOPIA, surname='Osei', given='Kwame', sex='M', birth='1985-04-11', birthplace='Cape Verity', number='H3027418', issue='2024-02-29',
    expiry='2034-02-28', wrong_digit=True, face=face('dark', 'black', 'short', (110, 50, 46)),
)
GLARE = dict(
    UTOPIA, state='REPUBLIC OF UTOPIA', surname='Andersson', given='Nils Erik', sex='M', birth='1978-02-09', birthplace='Norrstad', number='NE9042713', issue='2025-04-01',
    expiry='2035-04-01', face=face('pale', 'fair', 'short', (70, 74, 84), beard=True),
)
PERSONAL = dict(
    UTOPIA, surname='Novotná', given='Tereza', sex='F', birth='1999-06-21', birthplace='Jezerní', number='41730028', issue='2025-07-14',
    expiry='2035-07-13', optional='9956214713', personal_printed='995621/4713', face=face('pale', 'brown', 'long', (66, 100, 120)),
)
SEX_X = dict(
    UTOPIA, surname='Morgan', given='Alex Riley', sex='X', birth='2001-07-28', birthplace='Westhaven', number='UX2284170', issue='2025-10-05',
    expiry='2035-10-04', face=face('light', 'red', 'curly', (60, 60, 66)),
)
BITMAP = dict(
    UTOPIA, surname='Rossi', given='Giulia', sex='F', birth='1990-10-10', birthplace='Marina', number='YB3310984', issue='2023-12-12',
    expiry='2033-12-11', face=face('light', 'brown', 'bun', (120, 90, 60)),
)
KIM = dict(
    type='PM', issuer='KOR', nationality='KOR', nationality_printed='REPUBLIC OF KOREA', national_name='김하늘', state='SPECIMEN', surname='Kim', given='Haneul',
    sex='F', birth='1987-01-03', birthplace='Seoul', number='M482B0937', issue='2025-02-20', expiry='2035-02-20', authority='SPECIMEN OFFICE',
    face=face('light', 'black', 'long', (40, 52, 74)),
)
CARD = dict(
    UTOPIA, type='I', surname='Lindqvist', given='Oskar', sex='M', birth='1990-12-01', number='IC5520184', issue='2025-05-06', expiry='2035-05-05',
    height='182 cm', eyes='grey', address='Quay Road 31, Port Serene',
)
