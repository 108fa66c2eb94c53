import { render } from 'preact'
import { Shell } from './shell.js'
import { follow } from './state/feed.js'

const app = document.getElementById('app')
if (app) render(<Shell />, app)
follow()
