/** A variable as dotenv files have it; quoted where it needs to be. */
export function dotenvLine(name: string, value: string): string {
  if (/^[\w@%+=:,./-]*$/.test(value)) return `${name}=${value}`
  // One line a variable, whatever is in it: readers of such files take \n for the end of a line.
  return `${name}="${value.replace(/(["\\$`])/g, '\\$1').replaceAll('\n', '\\n')}"`
}

/** A variable as a shell takes it. */
export function exportLine(name: string, value: string): string {
  return `export ${name}='${value.replace(/'/g, `'\\''`)}'`
}

/** Puts variables into the text of a dotenv file: those that it has in their places, others behind. Other lines stay. */
export function mergeDotenv(old: string, variables: Readonly<Record<string, string>>): string {
  const left = new Map(Object.entries(variables))
  const lines = old === '' ? [] : old.replace(/\r?\n$/, '').split(/\r?\n/)
  const kept = lines.flatMap((line) => {
    const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1]
    if (name === undefined || !(name in variables)) return [line]
    const value = left.get(name)
    left.delete(name)
    // A second line for the same variable would win over the first.
    return value === undefined ? [] : [dotenvLine(name, value)]
  })
  return `${[...kept, ...[...left].map(([name, value]) => dotenvLine(name, value))].join('\n')}\n`
}
