import { expect, test } from 'vitest'
import { mailchimpWorld } from '../../../support/mailchimp.js'

interface Survey {
  readonly id: string
  readonly status: string
  readonly hosted_url: string
  readonly sections: { readonly id: string; readonly question?: { readonly id: string } }[]
}

async function survey() {
  const it = await mailchimpWorld()
  const { id: list } = await it.list()
  const all = `/3.0/lists/${list}/surveys`
  const sections = [
    { type: 'introduction', text: 'Hello' },
    { type: 'question', question: { query: 'How was it?', type: 'range' } },
  ]
  const { json } = await it.post<Survey>(all, { title: 'Afterwards', sections })
  return { ...it, list, all, one: `${all}/${json.id}`, made: json }
}

test('a survey is a draft with its questions, and is listed and read', async () => {
  const it = await survey()
  expect(it.made).toMatchObject({ title: 'Afterwards', status: 'draft', question_count: 1, response_count: 0 })
  expect(it.made.sections.map(({ id }) => id)).toEqual([expect.any(String), expect.any(String)])
  expect((await it.get(it.one)).json).toMatchObject({ id: it.made.id, list_id: it.list })
  expect((await it.get(it.all)).json).toMatchObject({ total_items: 1, surveys: [{ id: it.made.id }] })
  expect((await it.post(it.all, { sections: [] })).status).toBe(400)
})

test('the sections that are sent are those that are left', async () => {
  const it = await survey()
  const [, question] = it.made.sections
  const { json } = await it.patch<Survey>(it.one, {
    sections: [
      { id: question?.id, type: 'question', question: { id: question?.question?.id, query: 'And now?', type: 'text' } },
      { type: 'question', question: { query: 'Why?', type: 'text' } },
    ],
  })
  expect(json).toMatchObject({ question_count: 2 })
  expect(json.sections[0]).toMatchObject({ id: question?.id, question: { id: question?.question?.id } })
})

test('it is published, taken back, copied and deleted', async () => {
  const it = await survey()
  const act = (action: string, body: object = {}) => it.post<Survey>(`${it.one}/actions/${action}`, body)
  expect((await act('unpublish')).status).toBe(400)
  expect((await act('publish')).json.status).toBe('published')
  expect((await act('unpublish')).json.status).toBe('unpublished')
  const copy = await act('replicate', { title: 'Again' })
  expect(copy.json).toMatchObject({ title: 'Again', status: 'draft', question_count: 1 })
  expect(copy.json.id).not.toBe(it.made.id)
  expect((await it.delete(it.one)).status).toBe(204)
  expect((await act('publish')).status).toBe(404)
})

test('a campaign can lead to it', async () => {
  const it = await survey()
  const { json } = await it.post<{ id: string }>(`${it.one}/actions/create-email`)
  const content = await it.get<{ plain_text: string }>(`/3.0/campaigns/${json.id}/content`)
  expect(content.json.plain_text).toBe(it.made.hosted_url)
})
