/** A state machine is one table: state × role × verb → next state, and what is needed for it. */

export type Transition<S extends string, N extends string> = { readonly to: S; readonly needs?: readonly N[] }

/** Read by buttons, checks, the printed diagram and the test grids. What is not in the table is impossible. */
export type Transitions<
  S extends string = string,
  R extends string = string,
  V extends string = string,
  N extends string = string,
> = { readonly [state in S]: { readonly [role in R]?: { readonly [verb in V]?: Transition<S, N> } } }

/** The transition that `role` may make by `verb` out of `state`, or null where there is none. */
export const nextState = <S extends string, R extends string, V extends string, N extends string>(
  table: Transitions<S, R, V, N>,
  state: S,
  role: R,
  verb: V,
): Transition<S, N> | null => table[state][role]?.[verb] ?? null
