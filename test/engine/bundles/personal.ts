/** What the people of this traffic are called: none of it may be in a bundle. */
export const PERSONAL = {
  emails: ['grace.hopper@navy-mail.org', 'a.turing@bletchley-park.uk', 'k.johnson@langley-field.com'],
  lastNames: ['Hopperwell', 'Turingson', 'Johnsonby'],
  firstNames: ['Gracelyn', 'Alanus', 'Katharina'],
  phones: ['+44 20 7946 0991', '+1 202 555 0173'],
  hookToken: 'tok9f8e7d6c5b4a39281706f5e4d3c2b1a0',
}
