import { useEffect, useRef } from 'preact/hooks'
import { token, tokenIsWrong } from './api/token.js'
import { keepFocus } from './keep-focus.js'
import { Dialog } from './parts/dialog.js'
import { Notices } from './parts/notices.js'
import { TokenBar } from './parts/token-bar.js'
import { Top } from './parts/top.js'
import { listenToKeys, shortcuts, showsShortcuts } from './shortcuts.js'
import { hrefOf, route } from './state/route.js'
import { views } from './views/list.js'

/** What is round every view: the navigation, the world and its clock, and what has to be said. */
export function Shell() {
  useEffect(listenToKeys, [])
  useEffect(keepFocus, [])
  const view = views.find(({ name }) => name === route.value.view) ?? views[0]
  const Content = view?.component
  return (
    <>
      <Top />
      <Navigation current={view?.name ?? ''} />
      <main id="main" tabIndex={-1}>
        {(!token.value || tokenIsWrong.value) && <TokenBar />}
        {Content && <Content />}
      </main>
      <Notices />
      {showsShortcuts.value && <Shortcuts />}
    </>
  )
}

function Navigation({ current }: { readonly current: string }) {
  const bar = useRef<HTMLElement>(null)
  // On a narrow window it is a line that scrolls.
  useEffect(() => bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }), [current])
  const groups = [...new Set(views.map(({ group }) => group))]
  return (
    <nav ref={bar} aria-label="Views">
      {groups.map((group) => (
        <div key={group} class="nav-group">
          <h2>{group}</h2>
          <ul>
            {views
              .filter((view) => view.group === group)
              .map(({ name, label }) => (
                <li key={name}>
                  <a href={hrefOf(name)} {...(name === current && { 'aria-current': 'page' as const })}>
                    {label}
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function Shortcuts() {
  return (
    <Dialog
      title="Keyboard"
      close={() => {
        showsShortcuts.value = false
      }}
    >
      <dl class="shortcuts">
        {shortcuts.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
