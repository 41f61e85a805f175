import { Button, Checkbox, TextInput } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { competenceOf } from '#domain/competence/authority.ts'
import { roles } from '#domain/people/roles.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import forms from '../ui/forms.module.css'
import { Page } from '../ui/Page.tsx'
import { text } from '../words/codes.ts'
import { roleList } from '../words/index.ts'
import { roleWork } from '../words/people.ts'
import style from './people.module.css'

/** One person, with their roles; they are invited at once. `?role=learner` ticks a role beforehand. */
export default function AddPersonPage() {
  const asked = useSearch({ strict: false }).role
  const form = useForm({ name: '', email: '', roles: roles.filter(r => r === asked) })
  const add = useChange('POST /centres/:centreId/people')
  const navigate = useNavigate()
  const submit = form.submit(async values => {
    const { personId } = await add.mutateAsync({ body: values })
    say(`${values.name} is added and an invitation is written.`)
    await navigate({ to: '/c/$centreId/people/$personId' as '/', params: { personId } as never })
  })
  const already = form.problem?.code === 'people/already-here' ? text(form.problem.details.personId) : ''
  return (
    <Page
      title="Add a person"
      about="They get a letter with a link that opens their place here."
      breadcrumb={[{ label: 'People', to: '/c/$centreId/people' }]}
    >
      <form onSubmit={submit} noValidate className={forms.form}>
        <FormRefusal form={form} />
        {already && (
          <Link to={'/c/$centreId/people/$personId' as '/'} params={{ personId: already } as never}>
            Open their page
          </Link>
        )}
        <TextInput {...form.field('name')} label="Name" autoComplete="off" maxLength={200} autoFocus />
        <TextInput
          {...form.field('email')}
          label="E-mail address"
          type="email"
          inputMode="email"
          autoComplete="off"
          description="They sign in with this address. You can correct it until they have joined."
        />
        <Checkbox.Group {...form.choice('roles')} label="Roles">
          <div className={style.roles}>
            {roles.map(role => (
              <Checkbox key={role} name="roles" value={role} label={roleList([role])} description={roleWork[role]} />
            ))}
          </div>
        </Checkbox.Group>
        {form.values.roles.some(role => competenceOf[role]) && (
          <p className={forms.quiet}>
            Giving a role that judges or verifies declares that they are entitled, for everything this centre offers.
            Say more, and what was seen of it, in their competence record.
          </p>
        )}
        <div>
          <Button type="submit" loading={form.busy}>
            Add and invite
          </Button>
        </div>
      </form>
    </Page>
  )
}
