import type { Obstacle, ObstacleCode } from '#domain/decisions/obstacles.ts'

const codesOfSetting: readonly ObstacleCode[] = ['setting-not-allowed', 'simulation-reason-missing']

/** What stands in the way because of where the evidence came about, and is told where that is described. */
export const isOfSetting = ({ code }: Pick<Obstacle, 'code'>): boolean => codesOfSetting.includes(code)
