import type { FastifyInstance } from 'fastify'
import type { Services } from '#platform/services.ts'

export async function mountUploads(_app: FastifyInstance, _services: Services): Promise<void> {}
