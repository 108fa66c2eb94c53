/** Why a description cannot be read: what failed and the value seen, one sentence. */
export class DescriptionProblem extends Error {
  override readonly name = 'DescriptionProblem'
}
