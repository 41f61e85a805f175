import { type Codes, count, number } from './codes.ts'

export const platformCodes = {
  'platform/not-found': () => 'There is nothing here for you. It may have moved, or it may belong to somebody else.',
  'platform/unreachable': () =>
    'The centre’s server cannot be reached. Check your connection; nothing you typed is lost.',
  'platform/unexpected': () => 'Something went wrong on our side, and it has been noted. Please try again.',
  'platform/bad-request': () => 'The server could not read this request. Reload the page and try again.',
  'platform/invalid-input': () => 'Some of this needs to be put right first.',
  'platform/too-large': () => 'This is larger than the server accepts here.',
  'platform/unsupported-type': () => 'The server does not accept this kind of content here.',
  'platform/unavailable': () =>
    'The server cannot reach its database right now. Nothing you typed is lost; please try again in a moment.',
  'platform/no-room': () =>
    'The server’s disk is full, so this could not be saved. Tell your administrator; nothing you typed is lost.',
  'platform/busy': () => 'The server is busy with other files. Please try again in a minute.',
  'platform/too-slow': () =>
    'This arrived too slowly, so the server stopped waiting. Check your connection and try again.',
  'platform/request-already-used': () =>
    'An earlier save went through with other content. Compare it with what you typed; save again only what is missing.',
  'platform/foreign-origin': () =>
    'This came from another site, so it was refused. Open the page from its own address.',
  'platform/too-many': d =>
    `Too many tries. Please wait ${count(Math.max(1, Math.ceil(number(d.seconds) / 60)), 'minute')} and try again.`,
} satisfies Codes
