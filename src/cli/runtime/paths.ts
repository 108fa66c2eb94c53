/** A path of the control API below a world. */
export function worldPath(world: string, ...parts: readonly string[]): string {
  return ['/worlds', world, ...parts].map((part, i) => (i === 0 ? part : encodeURIComponent(part))).join('/')
}
