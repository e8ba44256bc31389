/**
 * Codes of issuing states and nationalities (ICAO 9303-3 §5).
 *
 * - `state`: ISO 3166-1 alpha-3. `icao`: ICAO's own additions (part D of §5). `specimen`: UTO and what printers put on
 *   specimens. `withdrawn`: no longer given out, still on old passports. `unofficial`: seen on passports, in no list.
 */
export type CodeKind = 'state' | 'icao' | 'specimen' | 'withdrawn' | 'unofficial';

/** ISO 3166-1: alpha-3 and alpha-2 written together. */
const iso =
	'ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI BELBE BENBJ ' +
	'BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA ' +
	'CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE ' +
	'DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB ' +
	'GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM HNDHN HRVHR ' +
	'HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH ' +
	'KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD ' +
	'MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA ' +
	'NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL ' +
	'PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL ' +
	'SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ ' +
	'TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG ' +
	'VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW';

/** Our own names, for codes that ISO 3166-1 does not hold. */
type Named = {readonly kind: CodeKind; readonly en: string; readonly zh: string};

const icao = (en: string, zh: string): Named => ({kind: 'icao', en, zh});
const withdrawn = (en: string, zh: string): Named => ({kind: 'withdrawn', en, zh});

const named: Readonly<Record<string, Named>> = {
	D: {kind: 'icao', en: 'Germany', zh: '德国'},
	GBD: icao('British Overseas Territories citizen', '英国海外领土公民'),
	GBN: icao('British National (Overseas)', '英国国民（海外）'),
	GBO: icao('British Overseas citizen', '英国海外公民'),
	GBP: icao('British protected person', '受英国保护人士'),
	GBS: icao('British subject', '英国属民'),
	RKS: icao('Kosovo', '科索沃'),
	EUE: icao('European Union', '欧洲联盟'),
	UNO: icao('United Nations Organization', '联合国'),
	UNA: icao('United Nations specialized agency', '联合国专门机构'),
	UNK: icao('United Nations Interim Administration Mission in Kosovo', '联合国科索沃临时行政当局特派团'),
	XBA: icao('African Development Bank', '非洲开发银行'),
	XIM: icao('African Export-Import Bank', '非洲进出口银行'),
	XCC: icao('Caribbean Community', '加勒比共同体'),
	XCE: icao('Council of Europe', '欧洲委员会'),
	XCO: icao('Common Market for Eastern and Southern Africa', '东部和南部非洲共同市场'),
	XEC: icao('Economic Community of West African States', '西非国家经济共同体'),
	XPO: icao('International Criminal Police Organization', '国际刑警组织'),
	XES: icao('Organization of Eastern Caribbean States', '东加勒比国家组织'),
	XMP: icao('Parliamentary Assembly of the Mediterranean', '地中海议会大会'),
	XOM: icao('Sovereign Military Order of Malta', '马耳他骑士团'),
	XDC: icao('Southern African Development Community', '南部非洲发展共同体'),
	XXA: icao('Stateless person', '无国籍人'),
	XXB: icao('Refugee (1951 Convention)', '难民（1951年公约）'),
	XXC: icao('Refugee (other)', '其他难民'),
	XXX: icao('Nationality not specified', '国籍未注明'),
	UTO: {kind: 'specimen', en: 'Utopia (specimen)', zh: '乌托邦（样本）'},
	BDR: {kind: 'specimen', en: 'Bundesdruckerei (specimen)', zh: '德国联邦印钞厂（样本）'},
	IAO: icao('International Civil Aviation Organization', '国际民用航空组织'),
	XXK: {kind: 'unofficial', en: 'Kosovo resident', zh: '科索沃居民'},
	XCT: {kind: 'unofficial', en: 'Northern Cyprus', zh: '北塞浦路斯'},
	ANT: withdrawn('Netherlands Antilles', '荷属安的列斯'),
	NTZ: withdrawn('Neutral Zone', '中立区'),
	ZAR: withdrawn('Zaire', '扎伊尔'),
	YUG: withdrawn('Yugoslavia', '南斯拉夫'),
	SUN: withdrawn('Soviet Union', '苏联'),
	SCG: withdrawn('Serbia and Montenegro', '塞尔维亚和黑山'),
	ROM: withdrawn('Romania', '罗马尼亚'),
	TMP: withdrawn('East Timor', '东帝汶'),
	BUR: withdrawn('Burma', '缅甸'),
	CSK: withdrawn('Czechoslovakia', '捷克斯洛伐克'),
	DDR: withdrawn('German Democratic Republic', '德意志民主共和国'),
};

const alpha2 = new Map<string, string>();
for (const pair of iso.split(' ')) alpha2.set(pair.slice(0, 3), pair.slice(3));

/** The code without fillers: `D<<` gives `D`. */
export const bareCode = (raw: string): string => raw.replace(/<+$/, '');

/** What kind of code it is; undefined for one that no list holds. */
export function codeKind(code: string): CodeKind | undefined {
	return alpha2.has(code) ? 'state' : Object.hasOwn(named, code) ? named[code]!.kind : undefined;
}

/** As exported: Germany's `D` as `DEU`; every other code as printed (a GBN holder is not GBR for visa purposes). */
export const exportCode = (code: string): string => (code === 'D' ? 'DEU' : code);

/** As in the MRZ: `DEU` as `D<<`. Germany prints `D`; ICAO 9303-3 §5 part A. */
export const mrzCode = (code: string): string => (code === 'DEU' ? 'D<<' : code.padEnd(3, '<'));

/** ISO 3166-1 alpha-2, where there is one. */
export const alpha2Of = (code: string): string | undefined => alpha2.get(exportCode(code));

/** ICAO's own name of a code, where ISO has none. */
export const icaoName = (code: string, language: 'en' | 'zh'): string | undefined =>
	Object.hasOwn(named, code) ? named[code]![language] : undefined;

/** Every known code, as in the MRZ but without fillers. */
export const allCodes: readonly string[] = [...alpha2.keys(), ...Object.keys(named)];
