/** A page that a command answers with, and what it may do beyond nothing. */
export class HtmlAnswer {
  readonly html: string
  /** Sources of its policy beside `default-src 'none'`. */
  readonly policy: string
  /** May stand in a frame of the control API's own pages. */
  readonly framed: boolean

  constructor(html: string, policy: string, framed = false) {
    this.html = html
    this.policy = policy
    this.framed = framed
  }
}
