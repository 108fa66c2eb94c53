const GUIDE = 'docs.stripe.com/terminal/payments/collect-card-payment?terminal-sdk-platform=server-driven'
const HANDLED = `https://${GUIDE.replace('docs.stripe.com', 'stripe.com/docs')}#handle-errors for details on how to handle this error.`

/** What Stripe says of a reader that does not take a command. @source https://docs.stripe.com/terminal/payments/collect-card-payment#handle-errors (read 2026-11) */
export const READER_MESSAGES = {
  terminal_reader_busy: `Reader is currently busy processing another request. Please reference the integration guide at ${HANDLED}`,
  terminal_reader_offline: `Reader is currently offline, please ensure the reader is powered on and connected to the internet before retrying your request. Reference the integration guide at https://${GUIDE}#reader-offline for details on how to handle this error.`,
  terminal_reader_timeout: `There was a timeout when sending this command to the reader. Please reference the integration guide at ${HANDLED}`,
} as const
