import { fixedValues } from './values.js'

/** ISO 3166-1 alpha-2, with the code that calls to there begin with. */
const DIALLING = {
  AU: '61',
  BR: '55',
  CA: '1',
  CH: '41',
  CN: '86',
  DE: '49',
  DK: '45',
  EG: '20',
  ES: '34',
  FR: '33',
  GB: '44',
  IE: '353',
  IN: '91',
  IT: '39',
  JP: '81',
  KR: '82',
  MX: '52',
  NG: '234',
  NL: '31',
  NO: '47',
  NZ: '64',
  PL: '48',
  PT: '351',
  SE: '46',
  SG: '65',
  TR: '90',
  US: '1',
  VN: '84',
  ZA: '27',
} as const

const called = new Intl.DisplayNames(['en'], { type: 'region' })

/** Countries of this tenant's addresses, names and nationalities. */
export const COUNTRIES = fixedValues(
  'ISO_3166-1_Alpha-2_Code',
  Object.keys(DIALLING).map((code) => [code, called.of(code) ?? code]),
)

export const PHONE_CODES = fixedValues(
  'Country_Phone_Code_ID',
  [...new Set<string>(Object.values(DIALLING))].map((code) => [code, `+${code}`]),
)

const REGIONS_OF = {
  US: 'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY',
  CA: 'AB BC MB NB NL NS ON PE QC SK',
  GB: 'ENG SCT WLS NIR',
  DE: 'BE BW BY HE HH NW SN',
}

const REGIONS = Object.entries(REGIONS_OF).flatMap(([country, codes]) =>
  codes.split(' ').map((code) => `${country}-${code}`),
)

/** Regions by ISO 3166-2. @unverified the reference ids: the vendor's own are built otherwise */
export const REGION_VALUES = fixedValues(
  'Country_Region_ID',
  REGIONS.map((code) => [code, code]),
)
