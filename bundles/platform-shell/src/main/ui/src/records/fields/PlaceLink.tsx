import type { Location } from '@tenon/sdk'
import { EnvironmentOutlined } from '@ant-design/icons'
import { placeText } from '../record/valueText'

/** A place; with coordinates it opens in the device's map. */
export function PlaceLink({ place }: { place: Location }) {
  if (place.latitude === undefined) return <span>{placeText(place)}</span>
  return <a href={`geo:${place.latitude},${place.longitude}`} title={`${place.latitude}, ${place.longitude}`}><EnvironmentOutlined aria-hidden /> {placeText(place)}</a>
}
