import { faceColour, initials } from './face'

interface Props { id: string; name: string; small?: boolean }

/** A round face: no picture, the name's characters on the id's colour. They are drawn, not text: the name beside or around it is what is read. */
export function Face({ id, name, small = false }: Props) {
  return <span className={small ? 'face small' : 'face'} style={{ background: faceColour(id) }} data-initials={initials(name)} aria-hidden="true" />
}
