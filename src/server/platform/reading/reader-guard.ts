/** Ends the process when it holds more memory than it may, buffers included, or takes more processor time for one file. */
import { parentPort, workerData } from 'node:worker_threads'

const most = (workerData as { megabytes: number }).megabytes * 1e6
const used = () => process.cpuUsage().user / 1e6
let until = Number.POSITIVE_INFINITY
parentPort?.on('message', ({ seconds }: { seconds: number | null }) => {
  until = seconds === null ? Number.POSITIVE_INFINITY : used() + seconds
})
parentPort?.unref()

// Memory can be asked for at some gigabytes a second, so it is looked at often.
setInterval(() => {
  if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL')
  if (used() > until) process.kill(process.pid, 'SIGXCPU')
}, 20)
