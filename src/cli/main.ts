/** `countersign <command>`: each command is loaded only when it is asked for, so that those without a database need none. */
const commands: Record<string, { says: string; run: (args: string[]) => Promise<number> }> = {
  serve: {
    says: 'serve [--sample-centre]          the web, on PORT',
    run: async args => (await import('./serve.ts')).serve(args),
  },
  migrate: {
    says: 'migrate                          bring the schema up to date',
    run: async () => (await import('./migrate.ts')).migrateCommand(),
  },
  letters: {
    says: 'letters ADDRESS                  the letters that wait for somebody, to hand over without a mail server',
    run: async args => (await import('./letters.ts')).lettersCommand(args),
  },
  spec: { says: 'spec import FILE | spec check …  documents in, rules that explain themselves', run: spec },
}

async function spec([verb, ...args]: string[]): Promise<number> {
  if (verb === 'import') return await (await import('./spec.ts')).specImport(args)
  if (verb === 'check') return await (await import('./spec-check.ts')).specCheck(args)
  console.error(
    'Say which: spec import FILE [--out FILE], or spec check SPEC.json --qualification NUMBER|TITLE --units A,B,C',
  )
  return 2
}

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
if (command) process.exitCode = await command.run(args)
else {
  console.error(
    `countersign <command>\n\n${Object.values(commands)
      .map(c => `  ${c.says}`)
      .join('\n')}\n`,
  )
  process.exitCode = 2
}
