export const testSecret = 'a secret for tests, never used elsewhere'
