import { actorOf } from '../access/access.js'
import { behaviour } from '../api.js'

/** Objects that have a tab in an org as it is delivered, beside the custom ones. */
const TABBED =
  'Account Contact Lead Opportunity Case Campaign Task Event Contract Order Product2 Pricebook2 Asset'.split(' ')

/** Lists the tabs that the user sees. @source facts A4 (read 2026-11-23) @unverified icons and colours */
export const listTabs = behaviour('GET /services/data/{version}/tabs', ({ params, call }, world) => {
  const actor = actorOf(call, world, params.version)
  return world.catalogue
    .objects()
    .filter((object) => (object.custom || TABBED.includes(object.name)) && actor.access.quiet.readsObject(object))
    .map(({ name, custom, labelPlural, keyPrefix }) => ({
      colors: [],
      custom,
      iconUrl: `${call.origin}/img/icon/home32.png`,
      icons: [],
      label: labelPlural,
      miniIconUrl: `${call.origin}/img/icon/home16.png`,
      name: custom ? name : `standard-${name}`,
      sobjectName: name,
      url: `${call.origin}/${keyPrefix ?? ''}/o`,
    }))
})

/** Lists icons and colours: there are none. @source facts A4 (read 2026-11-23) */
export const getTheme = behaviour('GET /services/data/{version}/theme', () => ({ themeItems: [] }))
