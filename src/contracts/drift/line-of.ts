/** Line of an interaction in the text of its Pact file, from 1: that of its description; 1 where it is not found. */
export function lineOf(text: string, description: string): number {
  const found = new RegExp(`"description"\\s*:\\s*${escaped(JSON.stringify(description))}`).exec(text)
  return found ? text.slice(0, found.index).split('\n').length : 1
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
