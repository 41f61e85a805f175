/** What the house answered, kept while it is on the screen. */
import { QueryClient, queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ApiKey, api, type Input, type InputInCentre, Problem, type Result } from './api.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A dropped signal is worth another try; an answer is an answer. Without a connection it is said at once, and
      // asked again when there is one.
      retry: (count, error) => error instanceof Problem && error.unreachable && navigator.onLine && count < 2,
      networkMode: 'always',
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

type Parts = { params?: Record<string, string>; query?: unknown; body?: unknown }

export const resultOf = <K extends ApiKey>(key: K, input: Input<K>) => {
  const { params = {}, query = {} } = input as Parts
  return queryOptions<Result<K>, Problem>({
    queryKey: [key, params, query],
    queryFn: ({ signal }) => api(key, input, signal),
  })
}

/** Who is signed in; asked once and kept. */
export const me = queryOptions({ ...resultOf('GET /me', {}), staleTime: 60_000 })

function useInCentre<K extends ApiKey>(): (input: InputInCentre<K>) => Input<K> {
  const { centreId } = useParams({ strict: false })
  return input => {
    const parts = input as Parts
    return { ...parts, params: { ...(centreId ? { centreId } : {}), ...parts.params } } as unknown as Input<K>
  }
}

/**
 * Asks an endpoint and keeps the answer; give it to `<Result of={…}>` to show it, its waiting and its refusal.
 * `keep` shows the last answer while a new page, sort or search is fetched.
 */
export function useResult<K extends ApiKey>(
  key: K,
  input: InputInCentre<K>,
  options: {
    enabled?: boolean
    keep?: boolean
    every?: number | ((result: Result<K> | undefined) => number | false)
  } = {},
) {
  const inCentre = useInCentre<K>()
  const { every } = options
  return useQuery({
    ...resultOf(key, inCentre(input)),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.keep ? { placeholderData: (last: Result<K> | undefined) => last as never } : {}),
    ...(every
      ? {
          refetchInterval:
            typeof every === 'number'
              ? every
              : (((query: { state: { data: unknown } }) => every(query.state.data as Result<K>)) as never),
        }
      : {}),
  })
}

/**
 * Changes something. Afterwards everything on the screen is asked again; name `invalidates` to ask only for those.
 * `change.mutate({ params, body })` or `await change.mutateAsync(…)`; a refusal is in `change.error`.
 */
export function useChange<K extends ApiKey>(key: K, options: { invalidates?: ApiKey[] } = {}) {
  const inCentre = useInCentre<K>()
  return useMutation<Result<K>, Problem, InputInCentre<K>>({
    mutationFn: input => api(key, inCentre(input)),
    onSuccess: async () => {
      if (options.invalidates)
        await Promise.all(options.invalidates.map(k => queryClient.invalidateQueries({ queryKey: [k] })))
      else await queryClient.invalidateQueries()
    },
  })
}

/** The centre in the address, with the roles that the person signed in holds there. Only on pages under `/c/$centreId`. */
export function useCentre() {
  const { centreId } = useParams({ strict: false })
  const { data } = useQuery(me)
  const centre = data?.centres.find(c => c.id === centreId)
  if (!data || !centre) throw new Problem(404, { code: 'platform/not-found' })
  const person = { ...data.person, ...centre.person }
  return { centreId: centre.id, name: centre.name, roles: centre.roles, person, centres: data.centres }
}
