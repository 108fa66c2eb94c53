/** Where every account of ours lives. */
export const DATACENTER = 'us6'
