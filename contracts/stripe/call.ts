import ts from 'typescript'
import { typeName } from './declarations.js'

/** A call that a method of the SDK makes, with the types its declaration gives. */
export interface Call {
  method: 'GET' | 'POST' | 'DELETE'
  /** Path with one `{argument}` per interpolated value, in the SDK's own names. */
  path: string
  /** Type of the parameters. */
  params: ts.TypeNode | undefined
  /** Type of the answer, promise and paging taken off. */
  answer: ts.TypeNode
  paging: 'none' | 'list' | 'search' | 'v2-list' | 'v2-search'
  /** `api`, `files`, `connect` or `meter_events`. */
  base: string
  multipart: boolean
}

const pagings: Record<string, Call['paging']> = {
  ApiListPromise: 'list',
  ApiSearchResultPromise: 'search',
  V2ListPromise: 'v2-list',
  V2SearchResultPromise: 'v2-search',
}

/** The types of a method's declaration. */
export function readSignature(method: ts.MethodDeclaration): Pick<Call, 'params' | 'answer' | 'paging'> {
  const params = method.parameters.find((parameter) => parameter.name.getText() === 'params')?.type
  const promise = method.type
  const argument = promise && ts.isTypeReferenceNode(promise) ? promise.typeArguments?.[0] : undefined
  if (!promise || !argument || !ts.isTypeReferenceNode(promise)) {
    throw new Error(`cannot read what ${method.name.getText()} answers in ${method.getSourceFile().fileName}`)
  }
  return { params, answer: argument, paging: pagings[typeName(promise.typeName)] ?? 'none' }
}
