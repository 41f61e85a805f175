/** Times as the house writes them: text that sorts, so that the domain needs no clock and no Date. */

/** A moment in UTC, `2026-05-14T09:30:00.000Z`, always with three decimals so that text order is time order. */
export type Instant = string

/** A day as people write it in a record, `2026-05-14`. */
export type Day = string
