import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** Holds values against the interfaces that a file of types declares. */
export function typesOf(url: URL) {
  const file = fileURLToPath(url)
  const program = ts.createProgram([file], { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [] })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  const declared = new Map(
    (module ? checker.getExportsOfModule(module) : []).map((symbol) => [
      symbol.name,
      checker.getDeclaredTypeOfSymbol(symbol),
    ]),
  )
  const names = [...declared.keys()]

  /** Where a value is not as the interface says; empty where it fits. */
  function misfits(name: string, value: unknown): string[] {
    const type = declared.get(name)
    return type ? compare(type, value, name) : [`there is no ${name}`]
  }

  function compare(type: ts.Type, value: unknown, at: string): string[] {
    if (type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return []
    if (type.isUnion()) {
      const found = type.types.map((each) => compare(each, value, at))
      return found.some((each) => each.length === 0) ? [] : (found.sort((a, b) => a.length - b.length)[0] ?? [])
    }
    if (type.isIntersection()) return type.types.flatMap((each) => compare(each, value, at))
    if (type.flags & ts.TypeFlags.Object) return object(type, value, at)
    return primitive(type, value) ? [] : [`${at}: ${JSON.stringify(value)} is no ${checker.typeToString(type)}`]
  }

  function object(type: ts.Type, value: unknown, at: string): string[] {
    if (typeof value !== 'object' || value === null) return [`${at}: ${JSON.stringify(value)} is no object`]
    const inner = checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    if (inner && checker.isArrayLikeType(type)) {
      if (!Array.isArray(value)) return [`${at} is no list`]
      return value.flatMap((each, i) => compare(inner, each, `${at}[${i}]`))
    }
    const data = value as Readonly<Record<string, unknown>>
    return checker.getPropertiesOfType(type).flatMap((property) => {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0
      const held = data[property.name]
      if (held === undefined && optional) return []
      return compare(checker.getTypeOfSymbol(property), held, `${at}.${property.name}`)
    })
  }

  return { names, misfits }
}

function primitive(type: ts.Type, value: unknown): boolean {
  if (type.isStringLiteral() || type.isNumberLiteral()) return value === type.value
  if (type.flags & ts.TypeFlags.String) return typeof value === 'string'
  if (type.flags & ts.TypeFlags.Number) return typeof value === 'number'
  if (type.flags & ts.TypeFlags.BooleanLike) return typeof value === 'boolean'
  if (type.flags & ts.TypeFlags.Null) return value === null
  return (type.flags & ts.TypeFlags.Undefined) !== 0 && value === undefined
}
