// Before anything is painted, so that nobody who works in the dark is dazzled by a white page.
var kept = localStorage.getItem('mantine-color-scheme-value')
var dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
