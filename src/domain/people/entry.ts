/**
 * How far somebody has come into a centre: `invited` until they have opened its letter and can sign in with the address it
 * went to, `joined` from then on, `left` when their last role there has ended.
 */
export const entryStates = ['invited', 'joined', 'left'] as const

export type EntryState = (typeof entryStates)[number]
