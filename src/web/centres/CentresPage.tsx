export default function CentresPage() {
  return null
}
