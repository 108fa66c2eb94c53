import type { Behaviour } from '../../../../src/engine/kit.js'
import { operation } from '../../api.js'
import { dayOf } from '../../history/dates.js'
import type { FeedbackRow } from '../../rows/feedback.js'
import type { WorkdayWorld } from '../../world.js'
import { type Fields, fieldsOf, flagIn, textIn } from '../body.js'
import { collection } from '../collection.js'
import { invalidValue, refuse } from '../complaints.js'
import { prompt } from '../prompts.js'
import { workerReference } from '../references.js'
import { NO_VALUES, WORKERS } from '../values.js'
import { workerAsked } from '../worker-named.js'

const FEEDBACK = '/ccx/api/performanceEnablement/v5/{tenant}'
const ONE = `${FEEDBACK}/workers/{ID}/anytimeFeedbackEvents`

function render(world: WorkdayWorld, row: FeedbackRow): Fields {
  return {
    id: row.id,
    descriptor: `Anytime Feedback: ${world.workerName(row.worker)}`,
    href: `/workers/${row.worker}/anytimeFeedbackEvents/${row.id}`,
    comment: row.comment,
    feedbackGivenDate: dayOf(row.given),
    toWorker: workerReference(world, row.worker),
    ...(row.from !== undefined && { fromWorker: workerReference(world, row.from) }),
    hiddenFromManager: row.hiddenFromManager,
    hiddenFromWorker: row.hiddenFromWorker,
    showFeedbackProviderName: row.showProvider,
  }
}

/** Gives a worker feedback. @throws A6 without a comment, A161 to oneself @source facts A3 (read 2026-11-24) */
const give = operation(`POST ${ONE}`, (asked, world) => {
  const worker = workerAsked(world, asked)
  const body = fieldsOf(asked.body)
  const comment = textIn(body, 'comment')
  if (comment === undefined) throw refuse('A6', 'comment')
  const giver =
    body.fromWorker === undefined ? undefined : WORKERS.find(world, textIn(fieldsOf(body.fromWorker), 'id') ?? '')
  if (body.fromWorker !== undefined && !giver) throw invalidValue('fromWorker')
  if (giver?.id === worker.id) throw refuse('A161', 'fromWorker')
  const row = world.feedback.insert({
    id: world.newWid(),
    worker: worker.id,
    ...(giver && { from: giver.id }),
    comment,
    given: world.now(),
    hiddenFromManager: flagIn(body, 'hiddenFromManager') ?? false,
    hiddenFromWorker: flagIn(body, 'hiddenFromWorker') ?? false,
    showProvider: flagIn(body, 'showFeedbackProviderName') ?? true,
  })
  return render(world, row)
})

/** Anytime feedback. No badge and no template is set up; feedback on request is not modelled. @source facts A3 */
export const feedbackBehaviours: readonly Behaviour[] = [
  give,
  ...collection<FeedbackRow>({
    list: `GET ${ONE}`,
    one: `GET ${ONE}/{subresourceID}`,
    all: (world, asked) => world.feedback.where('worker', workerAsked(world, asked).id),
    idOf: ({ id }) => id,
    render,
  }),
  ...collection<never>({
    list: `GET ${FEEDBACK}/feedbackBadges`,
    one: `GET ${FEEDBACK}/feedbackBadges/{ID}`,
    all: () => [],
    idOf: (none) => none,
    render: (_, none) => none,
  }),
  prompt(`GET ${FEEDBACK}/values/feedbackOnWorker/feedbackOnWorker`, WORKERS),
  prompt(`GET ${FEEDBACK}/values/feedbackResponder/feedbackResponder`, WORKERS),
  prompt(`GET ${FEEDBACK}/values/feedbackTemplate/feedbackTemplate`, NO_VALUES),
]
