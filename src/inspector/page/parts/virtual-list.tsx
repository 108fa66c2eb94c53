import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface ListProps<T> {
  readonly items: readonly T[]
  readonly label: string
  /** Pixels; every row has this height. */
  readonly rowHeight: number
  readonly chosen: string | undefined
  keyOf(item: T): string
  row(item: T): ComponentChildren
  choose(item: T): void
  /** Drawn over the rows, from the first to the last that is rendered. */
  over?(first: number, last: number): ComponentChildren
  /** Enter, where it means more than being chosen. */
  open?(item: T): void
}

/** A list of which only what is seen is rendered. One stop of the tab key; arrows, Page, Home and End move the choice. */
export function VirtualList<T>(props: ListProps<T>) {
  const { items, label, rowHeight, keyOf, chosen } = props
  const box = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer(box, items.length, rowHeight)
  useAnchor(box, items, keyOf, rowHeight)
  const at = chosen === undefined ? -1 : items.findIndex((item) => keyOf(item) === chosen)
  const rows = virtualizer?.getVirtualItems() ?? []
  const shown = at >= 0 && rows.some(({ index }) => index === at)
  return (
    <div
      ref={box}
      class="list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      {...(shown && { 'aria-activedescendant': idOf(label, at) })}
      onKeyDown={(event) => onKey(event, props, at, (index) => virtualizer?.scrollToIndex(index, { align: 'auto' }))}
    >
      <div class="list-inner" role="presentation" style={{ height: `${items.length * rowHeight}px` }}>
        {rows.map(({ index, start }) => {
          const item = items[index]
          return (
            item !== undefined && (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
              <div
                key={keyOf(item)}
                id={idOf(label, index)}
                role="option"
                class="row"
                aria-selected={index === at}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)`, height: `${rowHeight}px` }}
                onClick={() => props.choose(item)}
              >
                {props.row(item)}
              </div>
            )
          )
        })}
        {rows.length > 0 && props.over?.(rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0)}
      </div>
    </div>
  )
}

function idOf(label: string, index: number): string {
  return `${label.replace(/\W+/g, '-')}-${index}`
}

function onKey<T>(event: KeyboardEvent, props: ListProps<T>, at: number, scrollTo: (index: number) => void): void {
  const { items } = props
  const page = Math.max(1, Math.floor((event.currentTarget as HTMLElement).clientHeight / props.rowHeight) - 1)
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    j: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    k: at < 0 ? 0 : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: items.length - 1,
  }
  const item = items[at]
  if (event.key === 'Enter' && item !== undefined) (props.open ?? props.choose)(item)
  const to = moves[event.key]
  if (to === undefined || items.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  const index = Math.min(items.length - 1, Math.max(0, to))
  const next = items[index]
  scrollTo(index)
  if (next !== undefined) props.choose(next)
}

function useVirtualizer(box: { readonly current: HTMLDivElement | null }, count: number, rowHeight: number) {
  const [, redraw] = useState(0)
  const made = useRef<Virtualizer<HTMLDivElement, HTMLDivElement> | undefined>(undefined)
  const options = {
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw((turn) => turn + 1),
  }
  made.current ??= new Virtualizer<HTMLDivElement, HTMLDivElement>(options)
  made.current.setOptions(options)
  useEffect(() => made.current?._didMount(), [])
  useLayoutEffect(() => made.current?._willUpdate())
  return made.current
}

/** What is read stays where it is while new rows come in above it. */
function useAnchor<T>(
  box: { readonly current: HTMLDivElement | null },
  items: readonly T[],
  keyOf: (item: T) => string,
  rowHeight: number,
): void {
  const first = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    const before = first.current
    const top = items[0]
    first.current = top === undefined ? undefined : keyOf(top)
    if (!box.current || before === undefined || before === first.current || box.current.scrollTop < rowHeight) return
    const moved = items.findIndex((item) => keyOf(item) === before)
    if (moved > 0) box.current.scrollTop += moved * rowHeight
  }, [items])
}
