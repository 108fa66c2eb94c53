interface HostOwner {
  readonly name: string
  readonly hosts: readonly string[]
}

/** Which vendor a production host belongs to. `*.example.com` stands for every host under it; an exact name goes before. */
export class HostMap {
  private readonly exact = new Map<string, string>()
  private readonly wildcards: { readonly ending: string; readonly vendor: string }[] = []

  constructor(vendors: readonly HostOwner[]) {
    for (const { name, hosts } of vendors) {
      for (const host of hosts) {
        if (host.startsWith('*.')) this.wildcards.push({ ending: host.slice(1), vendor: name })
        else this.exact.set(host, name)
      }
    }
    this.wildcards.sort((a, b) => b.ending.length - a.ending.length)
  }

  vendorOf(host: string): string | undefined {
    return this.exact.get(host) ?? this.wildcards.find(({ ending }) => host.endsWith(ending))?.vendor
  }
}
