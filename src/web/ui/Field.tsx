import { PasswordInput, type PasswordInputProps } from '@mantine/core'

/** A password, with a button that shows it: people who can see what they type choose longer ones. */
export function PasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      autoCapitalize="off"
      spellCheck={false}
      maxLength={400}
      visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
      {...props}
    />
  )
}

/** Says the rule before it is broken. */
export const passwordRule = 'At least 12 characters. Three or four words that you will remember do well.'
