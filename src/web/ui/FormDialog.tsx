import { Button, Group, Stack } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { type Form, FormRefusal, type Values } from './form.tsx'

const fields = 'input:not([type="hidden"], [disabled]), select, textarea'

/**
 * A form over the page. What `does` refuses stands in it, each fault at its field; done, it closes. Leaving it by Cancel,
 * the cross or Escape asks first where something entered would be lost.
 */
export function FormDialog<T extends Values>({
  title,
  form,
  does,
  yes,
  no = 'Cancel',
  close,
  size,
  children,
}: {
  title: string
  form: Form<T>
  does: (values: T) => Promise<unknown>
  /** The label of the button that does it: a verb. */
  yes: string
  no?: string
  close: () => void
  size?: string
  children: ReactNode
}) {
  const asked = useId()
  const [leaving, setLeaving] = useState(false)
  const stay = () => {
    setLeaving(false)
    form.element.current?.querySelector<HTMLElement>(fields)?.focus()
  }
  const leave = () => {
    if (leaving) stay()
    else if (form.changed) setLeaving(true)
    else close()
  }
  return (
    <Dialog title={title} closeLabel={no} onClose={leave} size={size}>
      <form
        noValidate
        ref={made => {
          form.element.current = made
          // The library would begin at the cross.
          made?.querySelector(fields)?.setAttribute('data-autofocus', '')
        }}
        onChange={() => setLeaving(false)}
        onSubmit={form.submit(async values => {
          await does(values)
          close()
        })}
      >
        <Stack>
          {children}
          <FormRefusal form={form} />
          {leaving ? (
            <>
              <p id={asked} style={{ margin: 0 }}>
                What you have entered here would be lost.
              </p>
              <Group justify="flex-end">
                <Button variant="default" onClick={stay} aria-describedby={asked} autoFocus>
                  Go on with it
                </Button>
                <Button color="red.9" onClick={close}>
                  Leave without it
                </Button>
              </Group>
            </>
          ) : (
            <Group justify="flex-end">
              <Button variant="default" onClick={leave}>
                {no}
              </Button>
              <Button type="submit" loading={form.busy}>
                {yes}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Dialog>
  )
}
