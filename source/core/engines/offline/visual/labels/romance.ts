import type {Labels} from './label.ts';

export const french: Labels = {
	surname: 'Nom|Nom de famille',
	given_names: 'Prénoms|Prénom',
	name: 'Nom et prénoms',
	passport_number: 'Passeport No|No du passeport|Numéro de passeport|Passeport numéro',
	nationality: 'Nationalité',
	birth_date: 'Date de naissance|Né le',
	sex: 'Sexe',
	birth_place: 'Lieu de naissance|Lieu et pays de naissance',
	issue_date: 'Date de délivrance|Délivré le|Date d’émission',
	expiry_date: 'Date d’expiration|Expire le|Valable jusqu’au',
	authority: 'Autorité|Autorité de délivrance|Délivré par|Autorité émettrice|Autorité d’émission',
	issue_place: 'Lieu de délivrance|Délivré à',
	personal_number: 'No personnel|Numéro personnel|Numéro d’identité',
	ignore:
		'Code du pays|Code de l’état émetteur|Pays émetteur|Signature du titulaire|Taille|Couleur des yeux|Domicile|Profession|Mentions spéciales|Voir page',
};

export const spanish: Labels = {
	surname: 'Apellidos|Apellido|Primer apellido',
	given_names: 'Nombres|Nombre',
	passport_number: 'Pasaporte No|No de pasaporte|Número de pasaporte',
	nationality: 'Nacionalidad',
	birth_date: 'Fecha de nacimiento',
	sex: 'Sexo',
	birth_place: 'Lugar de nacimiento|Lugar y país de nacimiento',
	issue_date: 'Fecha de expedición|Fecha de emisión|Fecha de otorgamiento',
	expiry_date: 'Fecha de caducidad|Fecha de vencimiento|Fecha de expiración|Válido hasta',
	authority: 'Autoridad|Autoridad expedidora|Autoridad emisora|Expedido por',
	issue_place: 'Lugar de expedición|Lugar de emisión',
	personal_number: 'Número personal|Número de identidad|Cédula|Documento nacional de identidad',
	ignore:
		'Tipo|Código|Código del país|País emisor|Firma|Firma del titular|Estado emisor|Observaciones|Véase página|Domicilio|Profesión|Ocupación|Color de ojos',
};

export const portuguese: Labels = {
	surname: 'Apelidos|Apelido|Sobrenome',
	given_names: 'Nomes próprios|Nome próprio|Nomes|Nome|Nome completo',
	passport_number: 'Passaporte No|Número do passaporte|Passaporte número',
	nationality: 'Nacionalidade',
	birth_date: 'Data de nascimento',
	sex: 'Sexo',
	birth_place: 'Local de nascimento|Naturalidade|Lugar de nascimento',
	issue_date: 'Data de emissão|Data de expedição',
	expiry_date: 'Data de validade|Válido até|Data de caducidade',
	authority: 'Autoridade|Autoridade emissora|Entidade emissora|Órgão expedidor',
	issue_place: 'Local de emissão',
	personal_number: 'Número de identificação|Número pessoal',
	ignore: 'Tipo|Código do país|País emissor|Assinatura do titular|Assinatura|Altura|Filiação|Profissão|Residência',
};

export const italian: Labels = {
	surname: 'Cognome',
	given_names: 'Nomi|Nome',
	passport_number: 'Passaporto No|Numero di passaporto|Passaporto N',
	nationality: 'Cittadinanza',
	birth_date: 'Data di nascita',
	sex: 'Sesso',
	birth_place: 'Luogo di nascita',
	issue_date: 'Data di rilascio',
	expiry_date: 'Data di scadenza',
	authority: 'Autorità',
	ignore: 'Codice paese|Firma del titolare|Statura|Colore degli occhi|Residenza|Professione',
};

export const romanian: Labels = {
	surname: 'Nume|Numele',
	given_names: 'Prenume|Prenumele',
	passport_number: 'Pasaport nr|Nr pasaport|Numărul pașaportului',
	nationality: 'Cetățenia|Cetățenie|Naționalitate',
	birth_date: 'Data nașterii',
	sex: 'Sex|Sexul',
	birth_place: 'Locul nașterii',
	issue_date: 'Data eliberării|Data emiterii',
	expiry_date: 'Data expirării|Valabil până la',
	authority: 'Autoritatea|Autoritatea emitentă',
	personal_number: 'Cod numeric personal|Codul personal',
	ignore: 'Tipul|Semnătura titularului|Semnătura',
};
