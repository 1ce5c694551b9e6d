import { SettingOutlined } from '@ant-design/icons'
import { Face } from './Face'

/** The face of whoever did something; a wheel where that was no member. The name beside it is what is read. */
export function ActorFace({ id, name }: { id: string | null; name: string }) {
  return id ? <Face small id={id} name={name} /> : <span className="face small machine" aria-hidden="true"><SettingOutlined /></span>
}
