import type { Credential } from '../credential-rules.js'
import type { Description } from '../description/description.js'
import { redactedNames } from '../redact.js'
import type { Sandbox } from '../sandbox.js'
import type { IdForm, MetRefusal, StateName } from '../states/state-rules.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { ObservedDelivery, Observer } from './observed.js'

/** A vendor, as far as whoever records wants to know it. */
export interface RecordedVendor {
  readonly name: string
  readonly label: string
  readonly description: Description
  readonly ids: readonly IdForm[]
  /** What must not be kept as it is. */
  readonly secrets: ReturnType<typeof redactedNames>
  met(refusal: MetRefusal): StateName | undefined
  /** The state in which the endpoint was told. */
  listening(delivery: ObservedDelivery): StateName | undefined
  /** The credentials of a world, as they are now. */
  credentials(world: string): readonly Credential[]
}

/** What a recording is made of. */
export interface RecordingSource {
  /** Sample data is in every world. */
  readonly fixtures: boolean
  readonly vendors: readonly RecordedVendor[]
  /** Tells of everything from now on, whole and NOT redacted. Returns the way to stop. */
  observe(observer: Observer): () => void
}

export function recordingSource(sandbox: Sandbox): RecordingSource {
  return {
    fixtures: sandbox.options.fixtures === true,
    // Vendors may still be taken in.
    get vendors() {
      return sandbox.vendors.map((runtime) => recordedVendor(sandbox, runtime))
    },
    observe: (observer) => sandbox.observers.add(observer),
  }
}

function recordedVendor(sandbox: Sandbox, runtime: VendorRuntime): RecordedVendor {
  const { name, description, definition } = runtime
  const { states } = definition
  return {
    name,
    label: definition.label,
    description,
    ids: states?.ids ?? [],
    secrets: redactedNames(definition.redaction),
    met: (refusal) => states?.met?.(refusal),
    listening: ({ world, row }) => states?.listening?.(row, sandbox.world(world).view(runtime, row.scope)),
    credentials: (world) => definition.credentials.list(sandbox.world(world).view(runtime, '')),
  }
}
