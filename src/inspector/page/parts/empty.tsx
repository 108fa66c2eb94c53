import type { ComponentChildren } from 'preact'

/** Where there is nothing: why, and what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}

/** Where a list has something, and nothing of it fits what was searched for. */
export function NothingFits({ total, clear }: { readonly total: number; clear(): void }) {
  return (
    <Empty title="Nothing fits.">
      <button type="button" onClick={clear}>
        Show all {total.toLocaleString('en')}
      </button>
    </Empty>
  )
}
