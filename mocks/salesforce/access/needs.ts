/** The kinds of what is granted in an org, in the words of its Setup. */
export const NEED = {
  scope: 'OAuth scope',
  user: 'user permission',
  object: 'object permission',
  field: 'field permission',
} as const

export const API_ENABLED = 'API Enabled'

export function userHolder(userId: string): string {
  return `user ${userId}`
}

export function appHolder(appId: string): string {
  return `app ${appId}`
}

export function objectNeed(object: string, right: string): string {
  return `${object}: ${right}`
}

export function fieldNeed(object: string, field: string, right: 'read' | 'edit'): string {
  return `${object}.${field}: ${right}`
}
