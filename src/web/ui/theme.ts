import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** The one accent: the green-blue of a countersigner's ink. */
const ink: MantineColorsTuple = [
  '#eef6f6',
  '#d9eaea',
  '#b3d5d5',
  '#86bcbd',
  '#5aa3a5',
  '#3a8b8e',
  '#24767a',
  '#146165',
  '#0d4d51',
  '#07383b',
]

// The library's dark greys, with a little of the ink in them.
const dark: MantineColorsTuple = [
  '#d3dbd9',
  '#b8c1bf',
  '#8d9a98',
  '#66716f',
  '#4a5755',
  '#303b39',
  '#202928',
  '#1a2221',
  '#141a19',
  '#0d1211',
]

const systemFont =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, Cantarell, 'Helvetica Neue', Arial, sans-serif"

// The library picks the colour of a label for the light scheme only; ours follows the scheme.
const variants: VariantColorsResolver = input =>
  input.variant === 'filled' && (input.color ?? input.theme.primaryColor) === input.theme.primaryColor
    ? {
        background: 'var(--accent)',
        hover: 'var(--accent-strong)',
        color: 'var(--on-accent)',
        border: '1px solid transparent',
      }
    : defaultVariantColorsResolver(input)

export const theme = createTheme({
  variantColorResolver: variants,
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.25,
  fontFamily: systemFont,
  headings: { fontFamily: systemFont, fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
})

// The library's greys and reds are a little too pale to read; these reach 4.5:1 on every surface we use.
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfcfc',
    '--mantine-color-text': '#16211f',
    '--mantine-color-dimmed': '#55605e',
    '--mantine-color-placeholder': '#667170',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': '#b9c4c2',
    '--surface': '#ffffff',
    '--surface-sunk': '#f1f5f4',
    '--line': '#d8e0de',
    '--accent': '#146165',
    '--accent-strong': '#0d4d51',
    '--accent-soft': '#dcebea',
    '--on-accent': '#ffffff',
    '--attention': '#8a4b00',
    '--attention-soft': '#fdf1df',
    '--refusal-soft': '#fcebe9',
  },
  dark: {
    '--mantine-color-body': '#121817',
    '--mantine-color-text': '#e6eceb',
    '--mantine-color-dimmed': '#a3b0ae',
    '--mantine-color-placeholder': '#8d9a98',
    '--mantine-color-error': '#ff9a90',
    '--mantine-color-default-border': '#4a5755',
    '--surface': '#1a2221',
    '--surface-sunk': '#0d1211',
    '--line': '#303b39',
    '--accent': '#7fc0c1',
    '--accent-strong': '#a3d6d6',
    '--accent-soft': '#1e3a3b',
    '--on-accent': '#06201f',
    '--attention': '#f0b86a',
    '--attention-soft': '#3a2b14',
    '--refusal-soft': '#3d1f1c',
  },
})
