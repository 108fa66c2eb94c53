/** What stands in a world for what a contract names: ids, credentials. */
export class Standing {
  private readonly pairs = new Map<string, string>()

  add(named: Readonly<Record<string, string>>): void {
    for (const [name, stands] of Object.entries(named)) if (name !== stands && name !== '') this.pairs.set(name, stands)
  }

  has(name: string): boolean {
    return this.pairs.has(name)
  }

  /** A text with what stands there, percent-encoded where it was; in one pass, so that nothing is replaced twice. */
  text(text: string): string {
    if (this.pairs.size === 0 || text === '') return text
    const names = [...this.pairs].flatMap(([name, stands]) => {
      const encoded = encodeURIComponent(name)
      return encoded === name
        ? [[name, stands] as const]
        : [[name, stands] as const, [encoded, encodeURIComponent(stands)] as const]
    })
    const table = new Map(names)
    const longestFirst = [...table.keys()].sort((a, b) => b.length - a.length)
    const pattern = new RegExp(longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g')
    return text.replace(pattern, (found) => table.get(found) ?? found)
  }

  data<T>(value: T): T {
    return JSON.parse(this.text(JSON.stringify(value))) as T
  }

  /** A header of credentials: what Basic hides is looked into. */
  authorization(value: string): string {
    const basic = /^Basic\s+(\S+)$/i.exec(value)?.[1]
    if (basic === undefined) return this.text(value)
    const plain = Buffer.from(basic, 'base64').toString('utf8')
    return `Basic ${Buffer.from(this.text(plain)).toString('base64')}`
  }
}
