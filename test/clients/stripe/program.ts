import Stripe from 'stripe'
import { play } from './suite.js'

/** An unmodified program: its key from the environment, no host named. It prints what it saw. */
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? '')
process.stdout.write(JSON.stringify(await play(stripe)))
