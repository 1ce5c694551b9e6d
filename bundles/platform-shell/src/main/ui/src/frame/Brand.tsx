export function Brand({ small = false }: { small?: boolean }) {
  return (
    <span className="brand">
      <img src="/assets/tenon.svg" alt="" width={small ? 24 : 28} height={small ? 24 : 28} />
      <span className="brand-name">Tenon</span>
    </span>
  )
}
