/** What happens to a centre itself. */
export type CentreEvent = { type: 'centre-created'; body: { name: string; number: string | null } }
