import { walkEveryPage } from './walking.ts'

walkEveryPage(1280)
