import ts from 'typescript'

/** Of the layout up to version 19 of the package: all stands in `declare module 'stripe' { namespace Stripe { ... } }`. */
const OLDER = /\/types\/(.*\/)?[^/]+\.d\.ts$/

/** The namespaces around all that a file declares: in the older layout, one for each folder; else none. */
function placesOf(file: ts.SourceFile): ReadonlySet<string> {
  const found = OLDER.exec(file.fileName.replaceAll('\\', '/'))
  // Thin events stand in a namespace of their own.
  return new Set(found ? ['stripe', 'Stripe', 'Events', ...(found[1] ?? '').split('/').filter(Boolean)] : [])
}

const flattened = new WeakMap<ts.SourceFile, readonly ts.Statement[]>()

/** What a file declares, the namespaces around it taken off. */
export function topLevelOf(file: ts.SourceFile): readonly ts.Statement[] {
  const known = flattened.get(file)
  if (known) return known
  const around = placesOf(file)
  const inside = (statement: ts.Statement): readonly ts.Statement[] => {
    if (!ts.isModuleDeclaration(statement) || !around.has(statement.name.text)) return [statement]
    const { body } = statement
    if (!body) return []
    if (ts.isModuleBlock(body)) return body.statements.flatMap(inside)
    return ts.isModuleDeclaration(body) ? inside(body) : []
  }
  const found = file.statements.flatMap(inside)
  flattened.set(file, found)
  return found
}

/** A type's name without the namespace of the whole package. */
export function typeName(name: ts.EntityName | ts.Expression): string {
  return name.getText().replace(/^Stripe\./, '')
}

/** What a type name stands for: its interface or alias, wherever imports and re-exports lead. */
export type Declared = ts.InterfaceDeclaration | ts.TypeAliasDeclaration

export function resolve(checker: ts.TypeChecker, name: ts.EntityName | ts.Expression): Declared | undefined {
  let symbol = checker.getSymbolAtLocation(name)
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol)
  return symbol?.declarations?.find((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
}

/** Names from the outermost namespace down to the declaration itself; those that only say where a file belongs are left out. */
export function pathOf(declared: Declared): string[] {
  const names = [declared.name.text]
  for (let node: ts.Node = declared.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isModuleDeclaration(node)) names.unshift(node.name.text)
  }
  const around = placesOf(declared.getSourceFile())
  const first = names.findIndex((name, i) => i === names.length - 1 || !around.has(name))
  return names.slice(first)
}

/** The interface that owns the namespace a nested declaration sits in; undefined at the top level. */
export function ownerOf(declared: Declared): ts.InterfaceDeclaration | undefined {
  const [outermost, nested] = pathOf(declared)
  if (nested === undefined) return undefined
  return topLevelOf(declared.getSourceFile()).find(
    (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === outermost,
  )
}

/** Properties of an interface, those it inherits first, each with the declaration it came from. */
export function propertiesOf(checker: ts.TypeChecker, declared: ts.InterfaceDeclaration): ts.PropertySignature[] {
  const found = new Map<string, ts.PropertySignature>()
  for (const clause of declared.heritageClauses ?? []) {
    for (const base of clause.types) {
      const inherited = resolve(checker, base.expression)
      if (inherited && ts.isInterfaceDeclaration(inherited)) {
        for (const property of propertiesOf(checker, inherited)) found.set(nameOf(property), property)
      }
    }
  }
  for (const member of declared.members) {
    if (ts.isPropertySignature(member)) found.set(nameOf(member), member)
  }
  return [...found.values()]
}

export function nameOf(member: ts.PropertySignature): string {
  return ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : member.name.getText()
}

/** The text of the comment above a member, without its stars. */
export function commentOf(node: ts.Node): string {
  const text = node.getSourceFile().text
  const ranges = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []
  return ranges
    .map((range) => text.slice(range.pos, range.end))
    .join(' ')
    .replace(/^\s*\/?\*+\/?/gm, '')
    .replaceAll('*/', '')
    .trim()
}

/** The literal that `object` (or another discriminator) always has in this interface. */
export function literalOf(declared: ts.InterfaceDeclaration, property: string): string | undefined {
  for (const member of declared.members) {
    if (!ts.isPropertySignature(member) || nameOf(member) !== property || !member.type) continue
    if (ts.isLiteralTypeNode(member.type) && ts.isStringLiteral(member.type.literal)) return member.type.literal.text
  }
  return undefined
}

/** The members of a string union, and whether the vendor keeps it open. */
export function enumMembers(node: ts.TypeNode): { values: string[]; open: boolean } | undefined {
  const parts = ts.isUnionTypeNode(node) ? node.types : [node]
  const values: string[] = []
  let open = false
  for (const part of parts) {
    if (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal)) values.push(part.literal.text)
    else if (ts.isTypeReferenceNode(part) && typeName(part.typeName) === 'OtherString') open = true
    else return undefined
  }
  return values.length > 0 ? { values, open } : undefined
}
