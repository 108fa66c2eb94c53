import { getFile } from '../api/call.js'
import { attempt } from './notices.js'
import { world, worldPath } from './world.js'

/** Saves what has happened as a file of the browser's. */
export function saveBundle(name = world.value, from?: string): Promise<Blob | undefined> {
  const query = from ? `?from=${encodeURIComponent(from)}` : ''
  return attempt(
    (file) => `${name}.standin is saved: ${Math.ceil(file.size / 1024)} KB, without secrets and personal data.`,
    async () => {
      const file = await getFile(`${worldPath.value}/bundle${query}`)
      download(file, `${name}.standin`)
      return file
    },
  )
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
