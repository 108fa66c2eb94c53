import ts from 'typescript'
import { type Call, readSignature } from './call.js'
import { readSpecs } from './read-specs.js'
import type { Sdk } from './sdk.js'

/** Calls whose path is only known at run time, by the method they stand in. */
const unreadableCalls = ['addFetchRelatedObjectIfNeeded'] as const

/** Every call of every resource of the SDK. */
export function readCalls(sdk: Sdk): Call[] {
  const calls: Call[] = []
  for (const [name, script] of sdk.scripts) {
    if (sdk.layout === 'specs') {
      calls.push(...readSpecs(sdk, name, script))
      continue
    }
    for (const statement of script.statements) {
      if (!ts.isClassDeclaration(statement) || !statement.name) continue
      const declared = sdk.declarations.get(name)?.statements.find(isClassNamed(statement.name.text))
      for (const member of statement.members) {
        if (!ts.isMethodDeclaration(member)) continue
        calls.push(...callsOf(member, declared, script, `${name}.${member.name.getText(script)}`))
      }
    }
  }
  return calls
}

/** The calls one method makes: nearly always one, none in a method that only helps. */
function callsOf(
  method: ts.MethodDeclaration,
  declared: ts.ClassDeclaration | undefined,
  script: ts.SourceFile,
  where: string,
): Call[] {
  const called = method.name.getText(script)
  if (unreadableCalls.some((known) => known === called)) return []
  const requests = requestsIn(method, script)
  if (requests.length === 0) return []
  const signature = declared?.members.find(
    (member): member is ts.MethodDeclaration => ts.isMethodDeclaration(member) && member.name.getText() === called,
  )
  if (!signature) throw new Error(`${where} makes a request but is not declared`)
  const types = readSignature(signature)
  return requests.map((request) => ({ ...readRequest(request, script, where), ...types }))
}

function isClassNamed(name: string) {
  return (node: ts.Statement): node is ts.ClassDeclaration => ts.isClassDeclaration(node) && node.name?.text === name
}

function requestsIn(method: ts.MethodDeclaration, script: ts.SourceFile): ts.CallExpression[] {
  const found: ts.CallExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(script) === 'this._makeRequest') found.push(node)
    else ts.forEachChild(node, visit)
  }
  visit(method)
  return found
}

function readRequest(request: ts.CallExpression, script: ts.SourceFile, where: string) {
  const [verb, path, , , options] = request.arguments
  if (!verb || !path || !ts.isStringLiteral(verb)) throw new Error(`cannot read the request of ${where}`)
  const method = verb.text
  if (method !== 'GET' && method !== 'POST' && method !== 'DELETE') throw new Error(`${where} uses ${method}`)
  const settings = options && ts.isObjectLiteralExpression(options) ? options : undefined
  const text = settings ? settings.getText(script) : ''
  return {
    method: method as Call['method'],
    path: readPath(path, script, where),
    base: settings ? (stringSetting(settings, 'apiBase', script) ?? 'api') : 'api',
    multipart: text.includes("'multipart/form-data'"),
  }
}

function readPath(node: ts.Expression, script: ts.SourceFile, where: string): string {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) throw new Error(`cannot read the path of ${where}`)
  const spans = node.templateSpans.map((span) => {
    const argument = ts.isCallExpression(span.expression) ? span.expression.arguments[0] : span.expression
    return `{${argument?.getText(script) ?? ''}}${span.literal.text}`
  })
  return node.head.text + spans.join('')
}

function stringSetting(settings: ts.ObjectLiteralExpression, key: string, script: ts.SourceFile): string | undefined {
  for (const property of settings.properties) {
    if (!ts.isPropertyAssignment(property) || property.name.getText(script) !== key) continue
    if (ts.isStringLiteral(property.initializer)) return property.initializer.text
  }
  return undefined
}
