// What both shops share that has nothing to do with payments.
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'

/**
 * Serves a shop's pages: each is given what was sent, the order's id, and the request.
 * @param {Record<string, Function>} pages by method and path
 * @param {(error: any) => [status: number, data: object]} refuse what is answered where a page throws
 */
export async function serve(pages, port, refuse) {
  const server = createServer(async (request, response) => {
    try {
      const text = await readBody(request)
      answer(response, 200, await dispatch(pages, request, text))
    } catch (error) {
      answer(response, ...refuse(error, request))
    }
  })
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}

function dispatch(pages, request, text) {
  const path = request.url.split('?')[0]
  const id = /^\/orders\/([^/]+)/.exec(path)?.[1]
  const page = pages[`${request.method} ${id ? path.replace(id, ':id') : path}`]
  if (!page) throw Object.assign(new Error('There is no such page.'), { statusCode: 404 })
  const sent = text && !path.startsWith('/webhooks/') ? JSON.parse(text) : {}
  return page({ ...sent, id: id ?? sent.id }, text, request)
}

function answer(response, status, data) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(data ?? {}))
}

async function readBody(request) {
  const parts = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}

/**
 * Opens a shop where its file is the program, told by PORT, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_URL, DATA_FILE
 * and LOG_FILE.
 */
export async function runAsProgram(url, openShop) {
  if (process.argv[1] !== fileURLToPath(url)) return
  const { env } = process
  const log = (text) => (env.LOG_FILE ? appendFileSync(env.LOG_FILE, `${text}\n`) : process.stdout.write(`${text}\n`))
  const at = env.STRIPE_URL ? new URL(env.STRIPE_URL) : undefined
  const shop = await openShop({
    key: () => keyFromVault(env),
    webhookSecret: () => env.STRIPE_WEBHOOK_SECRET ?? '',
    port: Number(env.PORT ?? 0),
    dataFile: env.DATA_FILE,
    log,
    ...(at && { client: { host: at.hostname, port: Number(at.port), protocol: at.protocol.slice(0, -1) } }),
  })
  process.stdout.write(`listening on ${shop.url}\n`)
}

/** Where a vault would be asked for the present key, the sandbox is; without one, the environment. */
async function keyFromVault(env) {
  const { STANDIN_CONTROL_URL: vault, STANDIN_TOKEN: token, STRIPE_SECRET_KEY: own = '' } = env
  if (!vault) return own
  const path = `${vault}/_standin/worlds/${env.STANDIN_WORLD ?? 'default'}/credentials`
  const response = await fetch(path, { headers: { authorization: `Bearer ${token}` } })
  return response.ok ? ((await response.json()).environment.STRIPE_SECRET_KEY ?? own) : own
}
