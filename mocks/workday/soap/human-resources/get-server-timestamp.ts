import { behaviour } from '../../api.js'
import { answerSoap, readSoap } from '../operation.js'

const ROOT = 'Server_Timestamp_Get'

/** The time on the world's clock. @source facts B4 (read 2026-11-23) */
export const getServerTimestamp = behaviour(
  'POST /ccx/service/{tenant}/Human_Resources/{version}#Server_Timestamp_Get',
  (input, world) => {
    const soap = readSoap('Human_Resources', ROOT, input)
    return answerSoap(soap, ROOT, { Server_Timestamp_Data: [new Date(world.now()).toISOString()] })
  },
)
