import type { Behaviour } from '../../../src/engine/kit.js'
import { createReader } from './create.js'
import {
  cancelAction,
  collectInputs,
  refundAtReader,
  setDisplay,
  succeedInputs,
  timeOutInputs,
} from './other-actions.js'
import { presentPaymentMethod } from './present.js'
import { collectMethod, confirmAtReader, processPayment, processSetup } from './start.js'

/** Readers that Stripe drives. */
export const readerBehaviours: readonly Behaviour[] = [
  createReader,
  processPayment,
  collectMethod,
  confirmAtReader,
  processSetup,
  setDisplay,
  refundAtReader,
  collectInputs,
  succeedInputs,
  timeOutInputs,
  cancelAction,
  presentPaymentMethod,
]
