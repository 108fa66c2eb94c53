import type { FunctionComponent } from 'preact'
import { ClockView } from './clock.js'
import { CoverageView } from './coverage.js'
import { CredentialsView } from './credentials.js'
import { FaultsView } from './faults.js'
import { LimitsView } from './limits.js'
import { RequestsView } from './requests.js'
import { ScenariosView } from './scenarios.js'
import { SnapshotsView } from './snapshots.js'
import { StateView } from './state.js'
import { TimelineView } from './timeline.js'
import { WebhooksView } from './webhooks.js'
import { WorldsView } from './worlds.js'

export interface View {
  readonly name: string
  readonly label: string
  readonly group: string
  /** After `g`. */
  readonly key: string
  readonly component: FunctionComponent
}

/** All views, in the order of the navigation. */
export const views: readonly View[] = [
  { name: 'requests', label: 'Requests', group: 'Watch', key: 'r', component: RequestsView },
  { name: 'timeline', label: 'Timeline', group: 'Watch', key: 't', component: TimelineView },
  { name: 'webhooks', label: 'Webhooks', group: 'Watch', key: 'w', component: WebhooksView },
  { name: 'state', label: 'State', group: 'Watch', key: 's', component: StateView },
  { name: 'scenarios', label: 'Scenarios', group: 'Provoke', key: 'e', component: ScenariosView },
  { name: 'faults', label: 'Faults', group: 'Provoke', key: 'f', component: FaultsView },
  { name: 'clock', label: 'Clock', group: 'Provoke', key: 'c', component: ClockView },
  { name: 'snapshots', label: 'Snapshots, bundles', group: 'Keep', key: 'b', component: SnapshotsView },
  { name: 'worlds', label: 'Worlds', group: 'Keep', key: 'o', component: WorldsView },
  { name: 'credentials', label: 'Credentials', group: 'Know', key: 'k', component: CredentialsView },
  { name: 'limits', label: 'Limits', group: 'Know', key: 'l', component: LimitsView },
  { name: 'coverage', label: 'Coverage', group: 'Know', key: 'v', component: CoverageView },
]
