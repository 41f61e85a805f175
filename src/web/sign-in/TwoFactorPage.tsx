export default function TwoFactorPage() {
  return null
}
