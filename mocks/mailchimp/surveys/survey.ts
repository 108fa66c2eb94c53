import { problem } from '../errors.js'
import { blankRow } from '../generic/rows.js'
import type { ApiResource } from '../resources/api-resource.js'
import { linksOf } from '../resources/links.js'
import { publicOrigin } from '../resources/public-origin.js'
import { keyOf } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'

const SURVEY = '/3.0/lists/{list_id}/surveys/{survey_id}'

/** A part of a survey, as on the wire. */
export interface SectionInput {
  readonly id?: string | undefined
  readonly type: string
  readonly question?: { readonly id?: string | undefined } | undefined
}

type Wire = Readonly<Record<string, unknown>>

function surveysOf(world: MailchimpWorld) {
  return world.resources<ApiResource>('lists/surveys')
}

/** @throws ResourceNotFound (404) */
export function findSurvey(world: MailchimpWorld, list: string, id: string): ApiResource {
  const survey = surveysOf(world).find(keyOf(list, id))
  if (!survey) throw problem('ResourceNotFound')
  return survey
}

/** A draft in an audience, with what is said of it. */
export function insertSurvey(world: MailchimpWorld, list: string, said: Wire, origin: string): ApiResource {
  const id = world.port.random.hex(10)
  const now = world.now()
  const wire = {
    ...blankRow(world, SURVEY),
    ...said,
    id,
    list_id: list,
    web_id: world.nextNumber('survey'),
    status: 'draft',
    hosted_url: `${publicOrigin(origin)}/survey?u=${world.account.accountId}&id=${id}`,
    response_count: 0,
    created_at: now,
    updated_at: now,
  }
  return surveysOf(world).insert({ id: keyOf(list, id), parent: list, wire })
}

export function putSurvey(world: MailchimpWorld, before: ApiResource, said: Wire): ApiResource {
  return surveysOf(world).put({ ...before, wire: { ...before.wire, ...said, updated_at: world.now() } })
}

/** The sections that are sent are all that there are: those with an id stay what they are, the others are new, with an id each. */
export function sectionsOf(world: MailchimpWorld, sent: readonly SectionInput[] | undefined): Wire {
  if (sent === undefined) return {}
  const newId = () => world.port.random.hex(10)
  const sections = sent.map(({ id, question, ...rest }) => ({
    ...rest,
    id: id ?? newId(),
    ...(question && { question: { ...question, id: question.id ?? newId() } }),
  }))
  const questions = sections.flatMap(({ question }) => question ?? [])
  return { sections, questions, question_count: questions.length }
}

export function renderSurvey(world: MailchimpWorld, survey: ApiResource, origin: string): Record<string, unknown> {
  return { ...survey.wire, _links: linksOf(world.description, origin, SURVEY, survey.id.split('/')) }
}
