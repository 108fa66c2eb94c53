import type { Random } from '../../../src/engine/kit.js'

/** How long Salesforce's secrets are, in characters. @unverified beyond the access token, which documents show */
const ACCESS_SECRET = 96
const REFRESH = 87
const CODE = 68
const CONSUMER_KEY = 85
const CONSUMER_SECRET = 64

/** `00Dxx0000001gER!AR8A...`: the org's id in 15 characters, an exclamation mark, and 96 more: 112 in all. */
export function accessToken(random: Random, organization: string): string {
  return `${organization.slice(0, 15)}!AR8A${random.base62(ACCESS_SECRET - 4)}`
}

/** `5Aep861...` */
export function refreshToken(random: Random): string {
  return `5Aep861${random.base62(REFRESH - 7)}`
}

/** `aPrx...`, good for fifteen minutes and once. */
export function authorizationCode(random: Random): string {
  return `aPrx${random.base62(CODE - 4)}`
}

/** A connected app's client id, as it is told from others by eye: `3MVG9...`. */
export function consumerKey(random: Random): string {
  return `3MVG9${random.base62(CONSUMER_KEY - 5)}`
}

export function consumerSecret(random: Random): string {
  return random.hex(CONSUMER_SECRET).toUpperCase()
}

/** What a person types at another device: eight letters that are not easily mistaken. */
export function userCode(random: Random): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789'
  let code = ''
  while (code.length < 8) code += letters[random.uint32() % letters.length]
  return code
}

export function deviceCode(random: Random): string {
  return random.base62(64)
}
