import { Select } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import type { Role } from '#domain/people/roles.ts'
import { useResult } from '../results.ts'

// Inside a field, a button of the thumb's size would cover the field.
const small = { 'data-small': true } as object

type Named = { id: string; name: string }

/** Somebody of the centre who holds one of these roles, found by typing a few letters of their name. */
export function PersonSelect({
  label,
  roles,
  value,
  onChange,
  standing,
  except = [],
  error,
  description,
  name,
}: {
  label: string
  roles: readonly Role[]
  value: string | null
  onChange: (personId: string | null) => void
  /** Named now, so that the name is shown before anything was searched. */
  standing?: Named | null
  except?: string[]
  error?: string
  description?: string
  name?: string
}) {
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed)
  const found = useFound(roles, search)
  const people = new Map<string, Named>([...(standing ? [standing] : []), ...found].map(p => [p.id, p]))
  const options = [...people.values()].filter(p => !except.includes(p.id) || p.id === value)
  return (
    <Select
      {...{ label, error, description, name, value }}
      onChange={onChange}
      data={options.map(p => ({ value: p.id, label: p.name }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `Name nobody as ${label.toLowerCase()}`, ...small }}
      onSearchChange={text => setTyped(options.some(p => p.name === text) ? '' : text)}
      placeholder="Nobody yet"
      nothingFoundMessage="Nobody with this role matches"
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}

/** An IQA may be an IQA or a lead IQA, so up to two lists are asked for. */
function useFound([first, second]: readonly Role[], search: string): Named[] {
  const query = { search, size: 50 }
  const one = useResult('GET /centres/:centreId/people', { query: { ...query, role: first } }, { keep: true })
  const two = useResult(
    'GET /centres/:centreId/people',
    { query: { ...query, role: second } },
    { keep: true, enabled: second !== undefined },
  )
  return [...(one.data?.people ?? []), ...(second ? (two.data?.people ?? []) : [])]
}
