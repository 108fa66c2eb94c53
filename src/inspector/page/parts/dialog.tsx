import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export interface DialogProps {
  readonly title: string
  readonly children: ComponentChildren
  close(): void
}

/** A window over the page, by the browser's own means: focus stays in it, Escape closes it. */
export function Dialog({ title, children, close }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    element.current?.showModal()
  }, [])
  return (
    <dialog ref={element} onClose={close} aria-labelledby="dialog-title">
      <header class="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="small" onClick={() => element.current?.close()}>
          Close
        </button>
      </header>
      {children}
    </dialog>
  )
}

/** Closes the window that something in it is in, as Escape does: the focus goes back to what opened it. */
export function closeDialogOf(event: Event): void {
  if (event.target instanceof Element) event.target.closest('dialog')?.close()
}

/** Asks before something is lost. */
export function Confirm(props: DialogProps & { readonly verb: string; confirm(): void }) {
  return (
    <Dialog title={props.title} close={props.close}>
      {props.children}
      <p class="actions">
        <button
          type="button"
          class="danger"
          onClick={(event) => {
            props.confirm()
            closeDialogOf(event)
          }}
        >
          {props.verb}
        </button>
        <button type="button" onClick={closeDialogOf}>
          Leave it
        </button>
      </p>
    </Dialog>
  )
}
