import { behaviour, type Dispute, type Metadata } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import type { StripeWorld } from '../world.js'
import { checkAllowed, isInquiry } from './dispute.js'
import { checkFiles, mergeEvidence, outcomeOf } from './evidence.js'

/**
 * Gives evidence, and submits it unless `submit=false`. Evidence that is neither winning, losing nor escalating stays under review.
 * Metadata may be changed in any state.
 * @throws resource_missing (404; 400 for a file), a dispute that is decided or under review (400)
 * @emits charge.dispute.updated; later charge.dispute.closed, charge.dispute.funds_reinstated
 * @source https://docs.stripe.com/api/disputes/update (read 2026-11-24)
 */
export const updateDispute = behaviour('POST /v1/disputes/{dispute}', ({ params, body = {} }, world) =>
  changeDispute(world, world.disputes.get(params.dispute, 'dispute'), body),
)

/** The same by its charge. @throws resource_missing (404) @emits see `updateDispute` @source stripe/openapi of 2024-04-10 */
export const updateChargesDispute = behaviour('POST /v1/charges/{charge}/dispute', ({ params, body = {} }, world) =>
  changeDispute(world, disputeOfCharge(world, params.charge), body as DisputeInput),
)

interface DisputeInput {
  readonly evidence?: object
  readonly metadata?: Metadata | ''
  readonly submit?: boolean
  readonly intended_submission_method?: Dispute['intended_submission_method'] | ''
}

function changeDispute(world: StripeWorld, dispute: Dispute, input: DisputeInput): Dispute {
  const submits = input.submit ?? input.evidence !== undefined
  if (submits || input.evidence !== undefined) checkAllowed(dispute, submits ? 'submit' : 'update')
  checkFiles(world, input.evidence)
  const evidence = mergeEvidence(dispute.evidence, input.evidence)
  const updated = world.disputes.update(dispute.id, {
    evidence,
    metadata: mergeMetadata(dispute.metadata as Metadata, input.metadata),
    ...(input.intended_submission_method && { intended_submission_method: input.intended_submission_method }),
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: dispute.evidence_details.has_evidence || input.evidence !== undefined,
      ...(submits && {
        submission_count: dispute.evidence_details.submission_count + 1,
        submission_method: 'manual' as const,
      }),
    },
    ...(submits && { status: isInquiry(dispute) ? ('warning_under_review' as const) : ('under_review' as const) }),
  })
  world.emit('charge.dispute.updated', updated, dispute)
  const outcome = submits ? outcomeOf(evidence) : undefined
  if (outcome) world.port.schedule('decide dispute', world.port.now(), { dispute: updated.id, outcome })
  return updated
}

/** The newest dispute of a charge. @throws resource_missing, none (404) @source as measured by others at 2026-08-26.dahlia (2026-09) */
export function disputeOfCharge(world: StripeWorld, charge: string): Dispute {
  const { id } = world.charges.get(charge, 'charge')
  const dispute = world.disputes.where('charge', id).at(-1)
  if (dispute) return dispute
  throw invalidRequest(`No dispute for charge: ${id}`, { status: 404 })
}
