import { refTo, type Schema } from '../../../document.js'
import { flag, list, loose, object, oneOf, open, text, whole } from '../../schemas.js'
import type { NewerOperations } from './operation.js'

const questionTypes = oneOf('pickOne', 'pickMany', 'range', 'text', 'email', 'contactInformation', 'dropdown')
const question = loose({ id: text, query: text, type: questionTypes, is_required: flag, has_other: flag }, [
  'query',
  'type',
])
const section = loose({ id: text, type: oneOf('introduction', 'context', 'question'), text, options: open, question }, [
  'type',
])

/** The source describes no answer of a survey's at all. @source airbyte's stream lists_surveys (read 2026-11-24) */
const survey = object({
  id: text,
  web_id: whole,
  list_id: text,
  title: text,
  status: text,
  hosted_url: text,
  is_piped_to_inbox: flag,
  question_count: whole,
  response_count: whole,
  sections: list(open),
  questions: list(open),
  created_at: text,
  updated_at: text,
  published_at: text,
  _links: list(refTo('ResourceLink')),
})

export const surveySchemas: Readonly<Record<string, Schema>> = { Survey: survey }

const ALL = '/3.0/lists/{list_id}/surveys'
const ONE = `${ALL}/{survey_id}`
const answer = refTo('Survey')

/** Surveys, which 3.0.55 can only publish: now they can be made and changed too. @source facts B (read 2026-11-23) */
export const surveys: NewerOperations = {
  [`GET ${ALL}`]: {
    id: 'getListsIdSurveys',
    answer: object({ surveys: list(answer), total_items: whole, _links: list(refTo('ResourceLink')) }),
  },
  [`POST ${ALL}`]: {
    id: 'postListsIdSurveys',
    body: loose({ title: text, sections: list(section) }, ['title']),
    answer,
  },
  [`GET ${ONE}`]: { id: 'getListsIdSurveysId', answer },
  [`PATCH ${ONE}`]: {
    id: 'patchListsIdSurveysId',
    body: loose({ title: text, is_piped_to_inbox: flag, sections: list(section) }),
    answer,
  },
  [`DELETE ${ONE}`]: { id: 'deleteListsIdSurveysId' },
  [`POST ${ONE}/actions/publish`]: { id: 'postListsIdSurveysIdActionsPublish', answer },
  [`POST ${ONE}/actions/unpublish`]: { id: 'postListsIdSurveysIdActionsUnpublish', answer },
  [`POST ${ONE}/actions/replicate`]: {
    id: 'postListsIdSurveysIdActionsReplicate',
    body: loose({ title: text, list_id: text }),
    answer,
  },
}
