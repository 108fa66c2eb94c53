import type { Command } from 'commander'
import type { Run } from '../program.js'
import { defineContractsCheck } from './contracts-check.js'
import { defineContractsDrift } from './contracts-drift.js'
import { defineContractsProbe } from './contracts-probe.js'
import { defineContractsRecord } from './contracts-record.js'
import { defineContractsVerify } from './contracts-verify.js'

export function defineContracts(program: Command, run: Run): void {
  const contracts = program
    .command('contracts')
    .description('contracts with vendors: Pact files, recorded and verified; drift from what vendors describe')
    .enablePositionalOptions()
  for (const define of [
    defineContractsRecord,
    defineContractsVerify,
    defineContractsDrift,
    defineContractsCheck,
    defineContractsProbe,
  ]) {
    define(contracts, run)
  }
}
