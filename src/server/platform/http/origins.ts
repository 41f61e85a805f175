import { isIP } from 'node:net'

/**
 * Whether a page of this origin is ours. It is where it comes from BASE_URL. Where BASE_URL is this machine itself, as it
 * is for whoever tries us out, the machine's other names do too, and so does the address by which the request came:
 * that is how a telephone on the same network opens it. A name is never taken from the request: whoever owns a name
 * can let it lead to this machine, and a page of theirs would pass for ours.
 */
export function isOwnOrigin(origin: string, host: string | undefined, baseUrl: string): boolean {
  if (!URL.canParse(origin)) return false
  const [from, own] = [new URL(origin), new URL(baseUrl)]
  if (from.origin === own.origin) return true
  if (!isThisMachine(own) || from.protocol !== own.protocol) return false
  return (isThisMachine(from) && from.port === own.port) || (isAddress(from) && from.host === host)
}

const isThisMachine = (url: URL) =>
  url.hostname === 'localhost' || url.hostname === '[::1]' || (isAddress(url) && url.hostname.startsWith('127.'))
const isAddress = ({ hostname }: URL) => isIP(hostname.replace(/^\[|\]$/g, '')) > 0
