/**
 * Countries of the SWIFT IBAN registry (ISO 13616): code, name and structure of the account number (BBAN). Detectors, the
 * IBAN check and the tests all read this one table. Territories that use France's, Finland's or the UK's code have no row.
 */

/** One country. */
export interface IbanCountry {
  /** ISO 3166-1 alpha-2 code that starts the IBAN (XK is Kosovo's user-assigned one). */
  readonly code: string;
  /** Front of the detector id, before `_BANK_ACCOUNT_NUMBER`. */
  readonly stem: string;
  readonly name: string;
  /** Structure as the registry writes it: `8!n10!n` is 8 digits and 10 digits; `a` = A-Z, `c` = A-Z and 0-9. */
  readonly bban: string;
  /** A synthetic IBAN from a seeded generator, with right check digits. */
  readonly example: string;
}

function row(code: string, stem: string, name: string, bban: string, example: string): IbanCountry {
  return { code, stem, name, bban, example };
}

/**
 * SWIFT IBAN registry, state of its release 99 (December 2024) with Honduras of release 100. Senegal is no member: it
 * prints numbers of the same form with its code, and Amazon Macie counts it among the IBAN countries.
 */
export const IBAN_COUNTRIES: readonly IbanCountry[] = [
  row('AD', 'ANDORRA', 'Andorra', '4!n4!n12!c', 'AD76365090801HP14VX7LFKB'),
  row('AE', 'UNITED_ARAB_EMIRATES', 'United Arab Emirates', '3!n16!n', 'AE504683213982121188491'),
  row('AL', 'ALBANIA', 'Albania', '8!n16!c', 'AL5107132092ZCP5F0909Y0ZX13V'),
  row('AT', 'AUSTRIA', 'Austria', '5!n11!n', 'AT066108008988938665'),
  row('AZ', 'AZERBAIJAN', 'Azerbaijan', '4!a20!c', 'AZ60FRDWNJM3DFBMJ5ZZ6DX51V1W'),
  row('BA', 'BOSNIA_AND_HERZEGOVINA', 'Bosnia and Herzegovina', '3!n3!n8!n2!n', 'BA554802848018463518'),
  row('BE', 'BELGIUM', 'Belgium', '3!n7!n2!n', 'BE31926802738602'),
  row('BG', 'BULGARIA', 'Bulgaria', '4!a4!n2!n8!c', 'BG03GFSF1642300GCG5XH8'),
  row('BH', 'BAHRAIN', 'Bahrain', '4!a14!c', 'BH06DBJVK8788U9K78GA7A'),
  row('BI', 'BURUNDI', 'Burundi', '5!n5!n11!n2!n', 'BI2232607668287969874666893'),
  row('BR', 'BRAZIL', 'Brazil', '8!n5!n10!n1!a1!c', 'BR9637439777232373733815962DA'),
  row('BY', 'BELARUS', 'Belarus', '4!c4!n16!c', 'BY23U66Z7578YGV1H1HZNDFL4SXU'),
  row('CH', 'SWITZERLAND', 'Switzerland', '5!n12!c', 'CH74530549ZMD37CG4DZF'),
  row('CR', 'COSTA_RICA', 'Costa Rica', '4!n14!n', 'CR80441348228063889378'),
  row('CY', 'CYPRUS', 'Cyprus', '3!n5!n16!c', 'CY2269184633TL7N3D51C9HV3NSB'),
  row('CZ', 'CZECH_REPUBLIC', 'Czech Republic', '4!n6!n10!n', 'CZ7325539222029120622849'),
  row('DE', 'GERMANY', 'Germany', '8!n10!n', 'DE13608375100302751245'),
  row('DJ', 'DJIBOUTI', 'Djibouti', '5!n5!n11!n2!n', 'DJ8523818055662022200386386'),
  row('DK', 'DENMARK', 'Denmark', '4!n9!n1!n', 'DK9234817371905020'),
  row('DO', 'DOMINICAN_REPUBLIC', 'Dominican Republic', '4!c20!n', 'DO04BHD267442507570995695640'),
  row('EE', 'ESTONIA', 'Estonia', '2!n2!n11!n1!n', 'EE608682499674848566'),
  row('EG', 'EGYPT', 'Egypt', '4!n4!n17!n', 'EG828587450293109174378471193'),
  row('ES', 'SPAIN', 'Spain', '4!n4!n1!n1!n10!n', 'ES0265295986934899335182'),
  row('FI', 'FINLAND', 'Finland', '3!n11!n', 'FI6754631962682967'),
  row('FK', 'FALKLAND_ISLANDS', 'Falkland Islands', '2!a12!n', 'FK18XY331292993940'),
  row('FO', 'FAROE_ISLANDS', 'Faroe Islands', '4!n9!n1!n', 'FO1478029553339973'),
  row('FR', 'FRANCE', 'France', '5!n5!n11!c2!n', 'FR901674943436KWPFKS243V596'),
  row('GB', 'UK', 'United Kingdom', '4!a6!n8!n', 'GB87EZBE85384547064524'),
  row('GE', 'GEORGIA', 'Georgia', '2!a16!n', 'GE11HB3781928561175337'),
  row('GI', 'GIBRALTAR', 'Gibraltar', '4!a15!c', 'GI08RDDWH9W03PFZJ4JTREG'),
  row('GL', 'GREENLAND', 'Greenland', '4!n9!n1!n', 'GL3691623520981162'),
  row('GR', 'GREECE', 'Greece', '3!n4!n16!c', 'GR9693186577UDYCAM7VTMAST7E'),
  row('GT', 'GUATEMALA', 'Guatemala', '4!c20!c', 'GT717EJ65Y3DZ1LYN43PY0TARSW5'),
  row('HN', 'HONDURAS', 'Honduras', '4!a20!n', 'HN73DCZS59322488377709018562'),
  row('HR', 'CROATIA', 'Croatia', '7!n10!n', 'HR5078197324101991929'),
  row('HU', 'HUNGARY', 'Hungary', '3!n4!n1!n15!n1!n', 'HU64134175618346709471422486'),
  row('IE', 'IRELAND', 'Ireland', '4!a6!n8!n', 'IE74LCSJ09886608633417'),
  row('IL', 'ISRAEL', 'Israel', '3!n3!n13!n', 'IL742434033433855479544'),
  row('IQ', 'IRAQ', 'Iraq', '4!a3!n12!n', 'IQ85MZGN088480846578425'),
  row('IS', 'ICELAND', 'Iceland', '4!n2!n6!n10!n', 'IS382868239950960010391315'),
  row('IT', 'ITALY', 'Italy', '1!a5!n5!n12!c', 'IT10X2455749089GXK5KAMWEXVF'),
  row('JO', 'JORDAN', 'Jordan', '4!a4!n18!c', 'JO88XTKP5930GDMWFZ3Z6KB2GWLZUG'),
  row('KW', 'KUWAIT', 'Kuwait', '4!a22!c', 'KW68GEYH0URJNE9CFX12YAN2WADENW'),
  row('KZ', 'KAZAKHSTAN', 'Kazakhstan', '3!n13!c', 'KZ24509B0J2SSV2UZLZN'),
  row('LB', 'LEBANON', 'Lebanon', '4!n20!c', 'LB047561YU843C9ZNKUHMCYRB4D9'),
  row('LC', 'SAINT_LUCIA', 'Saint Lucia', '4!a24!c', 'LC35VRWA8T7PZP75GKK6NU2N86N4R0BR'),
  row('LI', 'LIECHTENSTEIN', 'Liechtenstein', '5!n12!c', 'LI9173724PHMKE573AYC1'),
  row('LT', 'LITHUANIA', 'Lithuania', '5!n11!n', 'LT038203118233790826'),
  row('LU', 'LUXEMBOURG', 'Luxembourg', '3!n13!c', 'LU44623LZ4L52WEXZ2F1'),
  row('LV', 'LATVIA', 'Latvia', '4!a13!c', 'LV20WZRFUUE83LX5MEY14'),
  row('LY', 'LIBYA', 'Libya', '3!n3!n15!n', 'LY11232046120688908651373'),
  row('MC', 'MONACO', 'Monaco', '5!n5!n11!c2!n', 'MC657260758954L1HASS01A3T33'),
  row('MD', 'MOLDOVA', 'Moldova', '2!c18!c', 'MD85W6AP64HWDTCL6U0ZREFW'),
  row('ME', 'MONTENEGRO', 'Montenegro', '3!n13!n2!n', 'ME70155239628128458306'),
  row('MK', 'NORTH_MACEDONIA', 'North Macedonia', '3!n10!c2!n', 'MK56049K8EX7LL0MX47'),
  row('MN', 'MONGOLIA', 'Mongolia', '4!n12!n', 'MN909403719951601429'),
  row('MR', 'MAURITANIA', 'Mauritania', '5!n5!n11!n2!n', 'MR5402168159762060528992567'),
  row('MT', 'MALTA', 'Malta', '4!a5!n18!c', 'MT08BTNB1581946CV4NS5LYH73U3377'),
  row('MU', 'MAURITIUS', 'Mauritius', '4!a2!n2!n12!n3!n3!a', 'MU51MNSZ2674266017384846952ZVX'),
  row('NI', 'NICARAGUA', 'Nicaragua', '4!a20!n', 'NI88JMRN43158906955761115114'),
  row('NL', 'NETHERLANDS', 'Netherlands', '4!a10!n', 'NL75TGYF4563023151'),
  row('NO', 'NORWAY', 'Norway', '4!n6!n1!n', 'NO2088989504843'),
  row('OM', 'OMAN', 'Oman', '3!n16!c', 'OM43587W79Z9VEHVYFG7MPB'),
  row('PK', 'PAKISTAN', 'Pakistan', '4!a16!c', 'PK33SUSM7LUJ894CGMU57LJP'),
  row('PL', 'POLAND', 'Poland', '8!n16!n', 'PL51575835972466127179859939'),
  row('PS', 'PALESTINE', 'Palestine', '4!a21!c', 'PS97JUTCERSTAC4UB9RHG79SJ176C'),
  row('PT', 'PORTUGAL', 'Portugal', '4!n4!n11!n2!n', 'PT53940531409887270782475'),
  row('QA', 'QATAR', 'Qatar', '4!a21!c', 'QA45HNAVU8BNF8U27K44X7GKUKL1C'),
  row('RO', 'ROMANIA', 'Romania', '4!a16!c', 'RO56LWKSU6DR789JM79SHS9N'),
  row('RS', 'SERBIA', 'Serbia', '3!n13!n2!n', 'RS21641570119862186606'),
  row('RU', 'RUSSIA', 'Russia', '9!n5!n15!c', 'RU2350494869738720BBGD7ADEWA2SPNE'),
  row('SA', 'SAUDI_ARABIA', 'Saudi Arabia', '2!n18!c', 'SA0499KWSZDX4NX33PW44PJW'),
  row('SC', 'SEYCHELLES', 'Seychelles', '4!a2!n2!n16!n3!a', 'SC43VCZE22550659882032363093UVY'),
  row('SD', 'SUDAN', 'Sudan', '2!n12!n', 'SD4916952765482305'),
  row('SE', 'SWEDEN', 'Sweden', '3!n16!n1!n', 'SE0954806790684857941480'),
  row('SI', 'SLOVENIA', 'Slovenia', '5!n8!n2!n', 'SI04821569466895728'),
  row('SK', 'SLOVAKIA', 'Slovakia', '4!n6!n10!n', 'SK9257931394002175353226'),
  row('SM', 'SAN_MARINO', 'San Marino', '1!a5!n5!n12!c', 'SM25T38342475952H663F16E0PD'),
  row('SN', 'SENEGAL', 'Senegal', '2!a22!n', 'SN44YT4167674576065833564649'),
  row('SO', 'SOMALIA', 'Somalia', '4!n3!n12!n', 'SO947563151949018066496'),
  row('ST', 'SAO_TOME_AND_PRINCIPE', 'São Tomé and Príncipe', '4!n4!n11!n2!n', 'ST74833966235391369122337'),
  row('SV', 'EL_SALVADOR', 'El Salvador', '4!a20!n', 'SV25DADJ29575448842343884261'),
  row('TL', 'TIMOR_LESTE', 'Timor-Leste', '3!n14!n2!n', 'TL672621676778598959339'),
  row('TN', 'TUNISIA', 'Tunisia', '2!n3!n13!n2!n', 'TN2107588056239233259024'),
  row('TR', 'TURKIYE', 'Türkiye', '5!n1!n16!c', 'TR22717560SNKWF5C47G63HA3N'),
  row('UA', 'UKRAINE', 'Ukraine', '6!n19!c', 'UA97899287SFY73FX6YDB6XAAVRK6'),
  row('VA', 'VATICAN_CITY', 'Vatican City', '3!n15!n', 'VA45168097455279587666'),
  row('VG', 'VIRGIN_ISLANDS', 'Virgin Islands (British)', '4!a16!n', 'VG60VJLK2595443620758787'),
  row('XK', 'KOSOVO', 'Kosovo', '4!n10!n2!n', 'XK641202257720804613'),
  row('YE', 'YEMEN', 'Yemen', '4!a4!n18!c', 'YE50JCVK65874AJ22FJTAGUD01XJCT'),
];

/** Length of a BBAN in characters. */
export function bbanLength(bban: string): number {
  return [...bban.matchAll(/(\d+)!/g)].reduce((sum, match) => sum + Number(match[1]), 0);
}
