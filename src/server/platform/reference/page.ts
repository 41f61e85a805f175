import type { OpenApi, Operation, Schema } from './openapi.ts'

/** The readable reference: one page, no script, found with the browser's own search. */
export function referencePage(document: OpenApi): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const groups = document.tags.map(tag => ({
    tag: tag.name,
    of: operations.filter(o => o.operation.tags.includes(tag.name)),
  }))
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Countersign API</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="over">Countersign ${escape(document.info.version)}</p>
<h1>API reference</h1>
<p>${escape(document.info.description)}</p>
<p>Sign in with <code>POST /api/auth/sign-in/email</code> and send the cookie that it sets; from another page than ours, nothing can be changed. Identifiers are UUIDs, moments are UTC, days are year-month-day. The same as a machine reads it: <a href="/api/openapi.json">openapi.json</a>.</p>
</header>
<nav aria-label="Endpoints">${groups.map(g => `<a href="#${g.tag}">${g.tag}</a>`).join(' ')}</nav>
<main>
${groups.map(g => `<section aria-labelledby="${g.tag}"><h2 id="${g.tag}">${g.tag}</h2>\n${g.of.map(endpoint).join('\n')}</section>`).join('\n')}
</main>
</body>
</html>
`
}

function endpoint({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const parts = [
    operation.security ? '<p class="note">Open to anyone.</p>' : '',
    table(
      'Query',
      (operation.parameters ?? []).filter(p => p.in === 'query').map(p => [p.name, p.schema, p.required]),
    ),
    body(operation),
    result(operation),
  ]
  return `<article id="${operation.operationId}">
<h3><span class="method ${method.toLowerCase()}">${method}</span> <code>${escape(path).replace(/\{(\w+)\}/g, '<var>{$1}</var>')}</code></h3>
<p>${escape(operation.summary)}</p>
${parts.filter(Boolean).join('\n')}
</article>`
}

function body({ requestBody }: Operation): string {
  const content = Object.entries(requestBody?.content ?? {})[0]
  if (!content) return ''
  const [type, { schema }] = content
  const limit = `<p class="note">${type === 'application/json' ? 'The body is JSON' : 'The body is the file itself'}. ${escape(requestBody?.description ?? '')}</p>`
  return type === 'application/json' ? `${limit}\n${shape('Body', schema)}` : limit
}

function result({ responses }: Operation): string {
  const good = responses[200]
  const content = Object.entries((good && 'content' in good && good.content) || {})[0]
  if (!content) return ''
  const [type, { schema }] = content
  if (type !== 'application/json') return '<p class="note">Answers a file.</p>'
  return Object.keys(schema.properties ?? {}).length === 0 && schema.type === 'object' ? '' : shape('Answer', schema)
}

const shape = (title: string, schema: Schema): string =>
  schema.type === 'object' && schema.properties
    ? table(
        title,
        Object.entries(schema.properties).map(([name, s]) => [name, s, (schema.required ?? []).includes(name)]),
      )
    : `<table><caption>${title}</caption><tbody><tr><td>${typeOf(schema)}</td></tr></tbody></table>`

function table(title: string, fields: [name: string, schema: Schema, required: boolean][]): string {
  if (fields.length === 0) return ''
  return `<table><caption>${title}</caption><tbody>${fields.map(([name, schema, required]) => row(name, schema, required)).join('')}</tbody></table>`
}

const row = (name: string, schema: Schema, required: boolean): string =>
  `<tr><th scope="row"><code>${escape(name)}</code>${required ? '' : ' <span class="optional">optional</span>'}</th><td>${typeOf(schema)}</td></tr>`

/** A schema in words; what is inside an object or a list stands below it, indented. */
function typeOf(schema: Schema): string {
  const alternatives = schema.anyOf ?? schema.oneOf
  if (schema.$ref) return '<em>the same again, as deep as it goes</em>'
  if (alternatives) {
    const some = alternatives.filter(s => s.type !== 'null')
    const none = some.length < alternatives.length ? ' or nothing' : ''
    return some.map(typeOf).join('<span class="or"> or </span>') + none
  }
  if (schema.enum) return schema.enum.map(v => `<code>${escape(String(v))}</code>`).join(' · ') + more(schema)
  if (schema.const !== undefined) return `<code>${escape(String(schema.const))}</code>`
  if (schema.type === 'array') return `a list of ${typeOf(schema.items ?? {})}`
  if (schema.type === 'object' && schema.properties) return `${fields(schema)}`
  if (schema.type === 'object')
    return typeof schema.additionalProperties === 'object'
      ? `by name, ${typeOf(schema.additionalProperties)}`
      : 'object'
  return (
    escape(schema.format === 'uuid' ? 'id' : (schema.format ?? [schema.type ?? 'anything'].flat().join(' or '))) +
    more(schema)
  )
}

const fields = (schema: Schema): string =>
  `<table><tbody>${Object.entries(schema.properties ?? {})
    .map(([name, s]) => row(name, s, (schema.required ?? []).includes(name)))
    .join('')}</tbody></table>`

function more(schema: Schema): string {
  const limits = [
    schema.minLength ? `at least ${schema.minLength} characters` : '',
    schema.maxLength ? `at most ${schema.maxLength} characters` : '',
    schema.default === undefined || schema.default === '' ? '' : `if left out, ${JSON.stringify(schema.default)}`,
  ].filter(Boolean)
  return limits.length > 0 ? `, ${escape(limits.join(', '))}` : ''
}

const escape = (text: string): string => text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`)

const style = `
:root{color-scheme:light dark;--paper:light-dark(#fff,#16181d);--ink:light-dark(#1c2430,#e6e8ec);--soft:light-dark(#586374,#a3adbb);--line:light-dark(#e2e6ec,#2c313a);--wash:light-dark(#f6f8fa,#1d2027);--get:light-dark(#0b6e4f,#5fd3a7);--post:light-dark(#1f4fa8,#8ab4ff);--put:light-dark(#8a5a00,#f0bf6a);--delete:light-dark(#a3262a,#ff9a96)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:2rem 1.25rem 6rem;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
h1{font-size:2rem;margin:.1rem 0 1rem;letter-spacing:-.02em}
h2{font-size:1.35rem;margin:3rem 0 1rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
h3{font-size:1rem;margin:0 0 .3rem;font-weight:600;overflow-wrap:anywhere}
p{margin:.3rem 0 .8rem;max-width:46rem}
.over,.note,.optional,.or{color:var(--soft)}.over{margin:0}
nav{background:var(--paper);padding:.6rem 0;border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.2rem 1rem}
a{color:var(--post)}
article{margin:1.6rem 0;padding:1rem 1.1rem;background:var(--wash);border:1px solid var(--line);border-radius:.6rem}
article:target{border-color:var(--post)}
@media(min-width:60rem){nav{position:sticky;top:0}h2,article{scroll-margin-top:5.5rem}}
code,var{font:.92em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-style:normal}
var{color:var(--soft)}
.method{font:700 .78rem ui-monospace,monospace;letter-spacing:.04em}
.get{color:var(--get)}.post{color:var(--post)}.put{color:var(--put)}.delete{color:var(--delete)}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.5rem 0}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.25rem .8rem .25rem 0;border-top:1px solid var(--line);font-weight:400}
th{width:14rem}td table{margin:0 0 .3rem;border-left:2px solid var(--line);padding-left:.8rem;display:block}
@media(max-width:40rem){th{width:auto}th,td{display:block;padding-right:0}td{border-top:0}}
`
