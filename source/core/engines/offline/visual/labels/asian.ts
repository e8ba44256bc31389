import type {Labels} from './label.ts';

/** Mainland China, Hong Kong, Macao, Taiwan. */
export const chinese: Labels = {
	surname: '姓',
	given_names: '名',
	name: '姓名|中文姓名|外文姓名',
	passport_number: '护照号码|护照号|護照號碼|護照號|证件号码|證件號碼',
	nationality: '国籍|國籍',
	birth_date: '出生日期',
	sex: '性别|性別',
	birth_place: '出生地点|出生地點|出生地',
	issue_date: '签发日期|簽發日期|发照日期|發照日期|核發日期|发证日期',
	expiry_date: '有效期至|有效期限|效期截止日期|截止日期|屆滿日期|有效日期',
	authority: '签发机关|簽發機關|發照機關|发照机关|发证机关',
	issue_place: '签发地点|簽發地點|签发地|簽發地',
	personal_number: '身份证号码|身分證統一編號|身份統一編號|身分證字號',
	ignore: '类型|類型|國家碼|国家码|代碼|代码|持照人签名|持照人簽名|签名|身高|備註|备注',
};

export const japanese: Labels = {
	surname: '姓',
	given_names: '名',
	passport_number: '旅券番号|旅券番號',
	nationality: '国籍',
	birth_date: '生年月日',
	sex: '性别|性別',
	birth_place: '本籍|出生地|登録の本籍|Registered domicile|Registered Domicile',
	issue_date: '発行年月日|发行年月日|發行年月日',
	expiry_date: '有効期間満了日|有效期间满了日|有効期限',
	authority: '発行官庁|发行官厅|發行官廳',
	ignore: '型|発行国|发行国|所持人自署|Signature of bearer',
};

export const malayIndonesian: Labels = {
	name: 'Nama|Nama lengkap|Nama penuh',
	passport_number: 'No pasport|Nomor paspor|No paspor',
	nationality: 'Warganegara|Kewarganegaraan',
	birth_date: 'Tarikh lahir|Tanggal lahir',
	sex: 'Jantina|Jenis kelamin',
	birth_place: 'Tempat lahir',
	issue_date: 'Tarikh dikeluarkan|Tarikh keluaran|Tanggal pengeluaran|Tanggal dikeluarkan',
	expiry_date: 'Tarikh luput|Tarikh tamat|Tarikh tamat tempoh|Tanggal habis berlaku|Sah sehingga',
	authority: 'Pejabat pengeluar|Pihak berkuasa|Kantor yang mengeluarkan|Dikeluarkan di',
	personal_number: 'No pengenalan|No kad pengenalan|NIKIM',
	ignore: 'Jenis|Kod negara|Kode negara|Tandatangan|Tanda tangan|Tinggi|No reg',
};

export const vietnamese: Labels = {
	name: 'Họ và tên|Họ và tên khai sinh',
	passport_number: 'Số hộ chiếu',
	nationality: 'Quốc tịch',
	birth_date: 'Ngày sinh',
	sex: 'Giới tính',
	birth_place: 'Nơi sinh',
	issue_date: 'Ngày cấp',
	expiry_date: 'Có giá trị đến|Ngày hết hạn',
	authority: 'Nơi cấp|Cơ quan cấp',
	personal_number: 'Số GCMND|Số định danh cá nhân|Số CMND',
	ignore: 'Loại|Mã số|Chữ ký',
};

/** Romanised Arabic and Persian, as some states print beside their script. */
export const arabicPersian: Labels = {
	surname: 'Al laqab|Laqab|Takhallus|Nam khanevadegi',
	given_names: 'Al ism|Ism|Nam|Nom',
	nationality: 'Al jinsiyya|Jinsiyya|Tabiyat|Melliyat',
	birth_place: 'Makan al milad|Mahal al milad|Mahal tawallud|Mahale tavallod',
	birth_date: 'Tarikh al milad|Tarikh tawallud|Tarikhe tavallod',
	issue_date: 'Tarikh al isdar|Tarikh sudur|Tarikhe sodur',
	expiry_date: 'Tarikh al intiha|Tarikh inqiza|Tarikhe enqeza',
	authority: 'Jihat al isdar|Markaz al isdar|Marjae sodur',
};
