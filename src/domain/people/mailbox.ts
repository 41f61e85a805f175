/** Addresses that reach the same mailbox, however they are spelt. */

/**
 * Domains of one provider under which the same name is the same mailbox:
 * Gmail (Gmail Help: a googlemail.com address is the gmail.com address of the same name);
 * iCloud (support.apple.com/118230: accounts with @mac.com or @me.com have @icloud.com too);
 * Proton (proton.me/support/addresses-and-aliases: one name at each of its domains).
 */
const sameProvider: Record<string, string> = {
  'googlemail.com': 'gmail.com',
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  'pm.me': 'proton.me',
  'protonmail.com': 'proton.me',
  'protonmail.ch': 'proton.me',
}

/** Dots in the name mean nothing here (support.google.com/mail/answer/7436150). With a company's own domain they do. */
const ignoresDots: readonly string[] = ['gmail.com']

/**
 * One spelling for all addresses of a mailbox: lower case (RFC 5321, 2.4 lets a host tell cases apart; no provider in use
 * does), without the sub-address after `+` (RFC 5233), and as the provider is known to read it. What cannot be known is left
 * as it is: a sub-address after `-`, which stands in many people's names, and aliases under another name.
 */
export function mailboxOf(address: string): string {
  const plain = address.trim().toLowerCase()
  const at = plain.lastIndexOf('@')
  if (at < 0) return plain
  const host = plain.slice(at + 1).replace(/\.$/, '')
  const domain = sameProvider[host] ?? host
  const tag = plain.slice(0, at).indexOf('+')
  const name = plain.slice(0, tag > 0 ? tag : at)
  return `${ignoresDots.includes(domain) ? name.replaceAll('.', '') : name}@${domain}`
}

/** Whether both addresses reach the same mailbox, as far as the spelling tells. */
export const sameMailbox = (one: string, other: string): boolean => mailboxOf(one) === mailboxOf(other)
