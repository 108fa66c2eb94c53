import { behaviour } from '../../api.js'
import type { WorkerRow } from '../../rows/worker.js'
import { elementsOf, referenceOf, textOf } from '../elements.js'
import { validationFault } from '../faults.js'
import { namedBy } from '../named.js'
import { answerSoap, readSoap } from '../operation.js'
import { cut, readPage, results } from '../paging.js'
import { referWorker } from '../refer.js'
import { referenced } from '../referenced.js'

const GET = 'Get_Worker_Photos_Request'
const PUT = 'Put_Worker_Photo_Request'

/** The photos of the workers that are named, or of all that have one. @source facts B4 (read 2026-11-23) */
export const getWorkerPhotos = behaviour(
  'POST /ccx/service/{tenant}/Human_Resources/{version}#Get_Worker_Photos_Request',
  (input, world) => {
    const soap = readSoap('Human_Resources', GET, input)
    const page = readPage(elementsOf(soap.request.Response_Filter))
    const named = referenced<WorkerRow>(world, 'worker', soap.request, 'Worker_Reference') ?? world.workers.all()
    const found = named.filter(({ person }) => world.persons.find(person)?.photo !== undefined)
    const photos = cut(found, page).map(({ id, person }) => {
      const { photo } = world.person(person)
      return {
        Worker_Reference: referWorker(world, id),
        Worker_Photo_Data: [{ Filename: photo?.fileName, File: photo?.base64 }],
      }
    })
    return answerSoap(soap, GET, {
      Response_Filter: [{ Page: page.page, Count: page.count }],
      Response_Results: [results(found.length, page)],
      Response_Data: [{ Worker_Photo: photos }],
    })
  },
)

/** Replaces a worker's photo. @throws Invalid ID value, and for a photo without content */
export const putWorkerPhoto = behaviour(
  'POST /ccx/service/{tenant}/Human_Resources/{version}#Put_Worker_Photo_Request',
  (input, world) => {
    const soap = readSoap('Human_Resources', PUT, input)
    const worker = namedBy<WorkerRow>(world, 'worker', referenceOf(soap.request.Worker_Reference) ?? { ids: [] })
    const data = elementsOf(soap.request.Worker_Photo_Data)
    const base64 = textOf(data.File)
    if (base64 === undefined || base64 === '') throw validationFault('File is required.')
    const photo = { fileName: textOf(data.Filename) ?? 'photo.jpg', base64 }
    world.persons.put({ ...world.person(worker.person), photo })
    return answerSoap(soap, PUT, { Worker_Reference: referWorker(world, worker.id) })
  },
)
