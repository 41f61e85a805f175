import { Problem, type Result } from '../api.ts'

type Answer = Result<'POST /centres/:centreId/imports'>

/** Sends a document, saying how much of it has left; `fetch` cannot say that. */
export function sendDocument(centreId: string, file: File, said: (share: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/centres/${centreId}/imports?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = event => said(event.total > 0 ? event.loaded / event.total : 0)
    request.onload = () =>
      request.status === 200 ? resolve(request.response) : reject(new Problem(request.status, request.response ?? {}))
    request.onerror = () => reject(new Problem(0))
    request.send(file)
  })
}
