import type { Command } from 'commander'
import type { Run } from '../program.js'
import { defineContractsRecord } from './contracts-record.js'
import { defineContractsVerify } from './contracts-verify.js'

export function defineContracts(program: Command, run: Run): void {
  const contracts = program
    .command('contracts')
    .description('contracts with vendors: record and verify Pact files')
    .enablePositionalOptions()
  for (const define of [defineContractsRecord, defineContractsVerify]) define(contracts, run)
}
