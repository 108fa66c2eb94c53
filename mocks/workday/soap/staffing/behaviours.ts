import type { Behaviour } from '../../../../src/engine/kit.js'
import { changeJobBySoap } from './change-job.js'
import { hireEmployeeBySoap } from './hire-employee.js'
import { terminateEmployee } from './terminate-employee.js'

export const staffingServiceBehaviours: readonly Behaviour[] = [hireEmployeeBySoap, changeJobBySoap, terminateEmployee]
