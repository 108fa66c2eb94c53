/** What the invented company, Aldergate Instruments, is made of. */
export const COMPANY = 'Aldergate Instruments'

export const NAMES: readonly (readonly [
  first: string,
  last: string,
  country: string,
  firstLocal?: string,
  lastLocal?: string,
])[] = [
  ['Imogen', 'Ashdown', 'GB'],
  ['Rafael', 'Quintero', 'US'],
  ['Keiko', 'Amamiya', 'JP', '恵子', '雨宮'],
  ['Tomasz', 'Zielinski', 'PL', 'Tomasz', 'Zieliński'],
  ['Nadia', 'Bouchard', 'CA'],
  ['Oluwaseun', 'Adeyemi', 'GB'],
  ['Xiulan', 'Feng', 'US', '秀兰', '冯'],
  ['Bjorn', 'Oestergaard', 'DK', 'Bjørn', 'Østergaard'],
  ['Zeynep', 'Cakir', 'DE', 'Zeynep', 'Çakır'],
  ['Mateo', 'Iriarte', 'ES'],
  ['Priya', 'Raghavan', 'IN', 'பிரியா', 'ராகவன்'],
  ['Dmitri', 'Volkov', 'DE', 'Дмитрий', 'Волков'],
  ['Aoife', 'Kinsella', 'IE'],
  ['Samuel', 'Trevelyan', 'GB'],
  ['Layla', 'Mansour', 'FR', 'ليلى', 'منصور'],
  ['Henrik', 'Sandvik', 'SE'],
  ['Grace', 'Okonjo', 'US'],
  ['Lucia', 'Ferrante', 'IT'],
  ['Minh', 'Dao', 'US', 'Minh', 'Đào'],
]

export const MORE_LAST_NAMES =
  'Aldous Brackett Corrigan Dunmore Ellery Fairfax Garrick Holloway Ingram Jessop Kershaw Lomax Merrick Norwood Oakley Penrose Quill Rainford Selwyn Thorne Underhill Vickers Whitlock Yardley'.split(
    ' ',
  )

/** Departments under the head of all, with the job families that work there. */
export const DEPARTMENTS = [
  { name: 'Engineering', family: 'Engineering', teams: ['Optics', 'Firmware', 'Mechanics', 'Test'] },
  { name: 'Operations', family: 'Operations', teams: ['Assembly', 'Logistics', 'Quality'] },
  { name: 'Sales', family: 'Sales', teams: ['Sales Americas', 'Sales Europe', 'Sales Asia'] },
  { name: 'Finance', family: 'Finance', teams: ['Accounting', 'Controlling'] },
  { name: 'People', family: 'Human Resources', teams: ['Recruiting', 'People Services'] },
  { name: 'Information Technology', family: 'Information Technology', teams: ['Platform', 'Service Desk'] },
] as const

export const LOCATIONS = [
  {
    reference: 'LOC_Bristol',
    name: 'Bristol',
    country: 'GB',
    city: 'Bristol',
    addressLine1: '4 Temple Quay',
    postalCode: 'BS1 6DZ',
    timeZone: 'Europe/London',
  },
  {
    reference: 'LOC_Boulder',
    name: 'Boulder',
    country: 'US',
    region: 'US-CO',
    city: 'Boulder',
    addressLine1: '1800 Pearl Street',
    postalCode: '80302',
    timeZone: 'America/Denver',
  },
  {
    reference: 'LOC_Osaka',
    name: 'Osaka',
    country: 'JP',
    city: 'Osaka',
    addressLine1: '2-4 Nakanoshima',
    postalCode: '530-0005',
    timeZone: 'Asia/Tokyo',
  },
  {
    reference: 'LOC_Jena',
    name: 'Jena',
    country: 'DE',
    city: 'Jena',
    addressLine1: 'Carl-Strasse 12',
    postalCode: '07745',
    timeZone: 'Europe/Berlin',
  },
  {
    reference: 'LOC_Auckland',
    name: 'Auckland',
    country: 'NZ',
    city: 'Auckland',
    addressLine1: '9 Quay Street',
    postalCode: '1010',
    timeZone: 'Pacific/Auckland',
  },
] as const

/** Levels of each family, with what they pay a year. */
export const LEVELS = [
  { suffix: 'Associate', level: 'Individual Contributor', pay: 42_000, exempt: false },
  { suffix: 'Specialist', level: 'Individual Contributor', pay: 58_000, exempt: true },
  { suffix: 'Senior Specialist', level: 'Individual Contributor', pay: 76_000, exempt: true },
  { suffix: 'Manager', level: 'Manager', pay: 95_000, exempt: true },
  { suffix: 'Director', level: 'Director', pay: 140_000, exempt: true },
] as const

/** One of a list, over and over. */
export function pick<T>(list: readonly T[], i: number): T {
  const picked = list[i % list.length]
  if (picked === undefined) throw new Error('The list is empty.')
  return picked
}
