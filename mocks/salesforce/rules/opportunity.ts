import type { FieldValue } from '../records/record.js'
import type { ObjectRule, Saving } from './rule.js'

interface Stage {
  readonly probability: number
  readonly forecast: string
  readonly closed?: boolean
  readonly won?: boolean
}

/** The stages of an org as it is delivered. @source facts part B (read 2026-11-23) @unverified percentages */
export const stages: Readonly<Record<string, Stage>> = {
  Prospecting: { probability: 10, forecast: 'Pipeline' },
  Qualification: { probability: 10, forecast: 'Pipeline' },
  'Needs Analysis': { probability: 20, forecast: 'Pipeline' },
  'Value Proposition': { probability: 50, forecast: 'Pipeline' },
  'Id. Decision Makers': { probability: 60, forecast: 'Pipeline' },
  'Perception Analysis': { probability: 70, forecast: 'Pipeline' },
  'Proposal/Price Quote': { probability: 75, forecast: 'Pipeline' },
  'Negotiation/Review': { probability: 90, forecast: 'Pipeline' },
  'Closed Won': { probability: 100, forecast: 'Closed', closed: true, won: true },
  'Closed Lost': { probability: 0, forecast: 'Omitted', closed: true },
}

/** A stage decides probability, forecast category and whether it is closed; a change of stage sets them anew. */
export const opportunity: ObjectRule = {
  prepare: (saving) => {
    const { before, draft } = saving
    const stage = stages[String(draft.StageName)]
    if (before?.StageName !== draft.StageName) followStage(saving, stage)
    draft.IsClosed = stage?.closed ?? false
    draft.IsWon = stage?.won ?? false
    draft.HasOpportunityLineItem ??= false
    draft.ExpectedRevenue = expected(draft.Amount, draft.Probability)
    if (typeof draft.CloseDate === 'string') fiscal(draft, draft.CloseDate)
  },
}

function followStage({ before, draft }: Saving, stage: Stage | undefined): void {
  const own = draft.Probability !== null && draft.Probability !== undefined && draft.Probability !== before?.Probability
  if (!own) draft.Probability = stage?.probability ?? 0
  draft.ForecastCategory = stage?.forecast ?? 'Pipeline'
  draft.ForecastCategoryName = draft.ForecastCategory
}

function expected(amount: FieldValue | undefined, probability: FieldValue | undefined): number | null {
  if (typeof amount !== 'number' || typeof probability !== 'number') return null
  return Math.round(amount * probability) / 100
}

/** The fiscal year is the calendar's. */
function fiscal(draft: Saving['draft'], closeDate: string): void {
  const [year = '', month = ''] = closeDate.split('-')
  const quarter = Math.ceil(Number(month) / 3)
  draft.FiscalYear = Number(year)
  draft.FiscalQuarter = quarter
  draft.Fiscal = `${year} ${quarter}`
}
