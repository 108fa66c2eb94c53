/**
 * The environment of a process that runs Pact's native library. Its telemetry is off for exactly `true`; what is told of a
 * broker or of one interaction only is not for it, since the broker is spoken to here and every interaction counts.
 */
export function quietEnvironment(base: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(base).filter(([name]) => !/^PACT_|^NODE_OPTIONS$|^VITEST/.test(name))
  return { ...Object.fromEntries(kept), PACT_DO_NOT_TRACK: 'true' }
}
