/** Which action leads from which states to which one. A table, so that a test walks every cell and docs can draw it. */
export interface Lifecycle<State extends string, Action extends string> {
  readonly states: readonly State[]
  readonly actions: Readonly<Record<Action, { readonly from: readonly State[]; readonly to: readonly State[] }>>
  /** Whether an action is allowed in a state. */
  allows(state: State, action: Action): boolean
  /** The states in which an action is allowed. */
  from(action: Action): readonly State[]
}

export function lifecycle<State extends string, Action extends string>(
  states: readonly State[],
  actions: Readonly<Record<Action, { readonly from: readonly State[]; readonly to: readonly State[] }>>,
): Lifecycle<State, Action> {
  return {
    states,
    actions,
    allows: (state, action) => actions[action].from.includes(state),
    from: (action) => actions[action].from,
  }
}
