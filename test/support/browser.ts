import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const found = PATHS.find((path) => existsSync(path))

/** Whether there is a browser; where there is none, tests of pages are skipped, and say so in their title. */
export const hasBrowser = found !== undefined
export const unlessSkipped = (title: string) => (hasBrowser ? title : `${title} (skipped: no chromium)`)

/** Milliseconds after which what is not on a page does not come: enough for a busy machine. */
export const PATIENCE = 15_000

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: found ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
