/** Standin inside a test process, and what its types are made of. */
export { SandboxError, type SandboxErrorCode } from './engine/errors.js'
export type { Attempt, DeliveryRequest, DeliveryRow } from './engine/events/delivery.js'
export type { Fault } from './engine/faults/schema.js'
export type { Entry } from './engine/log/entry.js'
export type { SandboxWorld } from './library/sandbox-world.js'
export { type SandboxInProcess, type SetupOptions, setupSandbox } from './library/setup-sandbox.js'
