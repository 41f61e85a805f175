import { expect, it } from 'vitest'
import { type Owner, Turns } from './turns.ts'

const amina = { centreId: 'weir street', personId: 'amina' }
const kofi = { centreId: 'weir street', personId: 'kofi' }
const graham = { centreId: 'northgate', personId: 'graham' }

/** Work that ends when it is told to, and the order in which it began. */
function workshop(turns: Turns) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const give = (name: string, owner: Owner) =>
    turns.take(owner, () => {
      begun.push(name)
      return new Promise<string>(resolve => ends.set(name, () => resolve(name)))
    })
  const settled = () => new Promise(resolve => setImmediate(resolve))
  const end = async (name: string) => {
    await settled()
    ends.get(name)?.()
    await settled()
  }
  return { begun, give, end, settled }
}

it('a colleague’s file comes next, however many files somebody else has given', async () => {
  const { begun, give, end } = workshop(new Turns(1, { ofPerson: 9, ofCentre: 99 }))
  for (const name of ['amina 1', 'amina 2', 'amina 3']) void give(name, amina)
  void give('kofi 1', kofi)
  await end('amina 1')
  await end('kofi 1')
  expect(begun).toEqual(['amina 1', 'kofi 1', 'amina 2'])
})

it('a centre never holds the last place, so that another centre’s file begins at once', async () => {
  const { begun, give, end, settled } = workshop(new Turns(2, { ofPerson: 9, ofCentre: 99 }))
  void give('amina 1', amina)
  void give('kofi 1', kofi)
  await settled()
  expect(begun).toEqual(['amina 1'])
  void give('graham 1', graham)
  await settled()
  expect(begun).toEqual(['amina 1', 'graham 1'])
  await end('amina 1')
  expect(begun).toEqual(['amina 1', 'graham 1', 'kofi 1'])
})

it('too many files of one person or one centre are refused at once, and others are not', async () => {
  const { give } = workshop(new Turns(1, { ofPerson: 1, ofCentre: 2 }))
  void give('amina 1', amina)
  void give('amina 2', amina)
  expect(await give('amina 3', amina)).toBe('busy')
  void give('kofi 1', kofi)
  expect(await give('kofi 2', { ...kofi, personId: 'leanne' })).toBe('busy')
  void give('graham 1', graham)
  expect(await give('graham 2', graham)).toBe('busy')
})

it('a place is free again after work that failed', async () => {
  const turns = new Turns(1, { ofPerson: 1, ofCentre: 1 })
  await expect(turns.take(amina, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await turns.take(kofi, async () => 'read')).toBe('read')
})
