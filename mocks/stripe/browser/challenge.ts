/** Shows the bank's page over the shop's, until it is answered. */
export function challenge(url: string, isOver: () => Promise<boolean>): Promise<void> {
  const before = document.activeElement
  const frame = document.createElement('iframe')
  frame.src = url
  frame.title = '3D Secure authentication'
  Object.assign(frame.style, {
    border: '0',
    borderRadius: '14px',
    width: 'min(34rem, calc(100vw - 2rem))',
    height: 'min(32rem, calc(100vh - 2rem))',
    background: '#fff',
  })
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-label', '3D Secure authentication')
  Object.assign(dialog.style, {
    border: '0',
    padding: '0',
    borderRadius: '14px',
    background: 'none',
    overflow: 'hidden',
  })
  dialog.append(frame)
  // The bank's question is not answered by going away from it.
  dialog.addEventListener('cancel', (event) => event.preventDefault())
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    // A page of another origin tells nothing but that it has loaded: each time, the intent says whether the question stands.
    frame.addEventListener('load', async () => {
      if (!(await isOver())) return
      dialog.close()
      dialog.remove()
      if (before instanceof HTMLElement) before.focus()
      resolve()
    })
  })
}
