/** What the sample company is made of. */
export const WORDS = {
  companies:
    'Northwind Bluebird Harbor Summit Granite Juniper Lantern Meridian Orchard Pinewood Quarry Riverbend Sterling Tidewater Upland Vista Willow Zephyr'.split(
      ' ',
    ),
  trades: ['Supplies', 'Foods', 'Logistics', 'Energy', 'Labs', 'Textiles', 'Media', 'Tools'],
  industries: [
    'Manufacturing',
    'Food & Beverage',
    'Transportation',
    'Energy',
    'Technology',
    'Apparel',
    'Media',
    'Construction',
  ],
  accountTypes: ['Prospect', 'Customer - Direct', 'Customer - Channel', 'Technology Partner'],
  ratings: ['Hot', 'Warm', 'Cold'],
  streets: ['Main Street', 'Harbor Road', 'Mill Lane', 'Station Square', 'Park Avenue'],
  cities: ['Berlin', 'Boston', 'Lyon', 'Leeds', 'Osaka', 'Porto', 'Toronto', 'Utrecht'],
  countries: ['Germany', 'United States', 'France', 'United Kingdom', 'Japan', 'Portugal', 'Canada', 'Netherlands'],
  firstNames:
    'Ana Ben Chloe Dev Elif Farid Grace Hugo Ines Jonas Kira Leo Mina Nils Olga Pedro Rosa Sami Tara Yuki'.split(' '),
  lastNames:
    'Abbott Baker Costa Diaz Eriksen Fischer Garcia Haddad Ito Jansen Kowalski Lindqvist Moreau Novak Okafor Patel Rossi Silva Tanaka Weber'.split(
      ' ',
    ),
  titles: ['Buyer', 'Chief Executive', 'Operations Manager', 'Head of IT', 'Accountant', 'Warehouse Lead'],
  sources: ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List'],
  goods: ['Valve', 'Pump', 'Conveyor', 'Sensor', 'Filter', 'Gearbox', 'Compressor', 'Panel'],
  stages: [
    'Prospecting',
    'Qualification',
    'Needs Analysis',
    'Value Proposition',
    'Proposal/Price Quote',
    'Closed Won',
    'Closed Lost',
  ],
  complaints: [
    'Delivery is late',
    'Pump does not start',
    'Invoice is wrong',
    'Part is missing',
    'How to calibrate the sensor',
  ],
} as const

/** One of a list, over and over. */
export function pick<T>(list: readonly T[], i: number): T {
  const picked = list[i % list.length]
  if (picked === undefined) throw new Error('The list is empty.')
  return picked
}
