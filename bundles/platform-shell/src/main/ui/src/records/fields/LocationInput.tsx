import type { Location } from '@tenon/sdk'
import { AimOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { common, type InputProps } from './props'

/** A place: what people call it, and its coordinates, which the device may fill in. */
export function LocationInput(props: InputProps<Location | null>) {
  const { t } = useTranslation()
  const { id, onChange } = props
  const [busy, setBusy] = useState(false)
  const value = props.value ?? {}
  const change = (part: Partial<Location>) => {
    const next = Object.fromEntries(Object.entries({ ...value, ...part }).filter(([, one]) => one !== undefined && one !== null && one !== '')) as Location
    onChange(Object.keys(next).length > 0 ? next : null)
  }
  const here = () => {
    setBusy(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => { setBusy(false); change({ latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) }) },
      () => setBusy(false), { timeout: 10_000 })
  }
  return (
    <div className="location-input">
      <Input {...common(props)} maxLength={200} value={value.text ?? ''} placeholder={t('field.place')} onChange={event => change({ text: event.target.value })} />
      <Space.Compact className="full">
        <InputNumber id={`${id}-latitude`} aria-label={t('field.latitude')} placeholder={t('field.latitude')} className="full" min={-90} max={90} precision={6} controls={false}
          value={value.latitude ?? null} onChange={latitude => change({ latitude: latitude ?? undefined })} />
        <InputNumber id={`${id}-longitude`} aria-label={t('field.longitude')} placeholder={t('field.longitude')} className="full" min={-180} max={180} precision={6} controls={false}
          value={value.longitude ?? null} onChange={longitude => change({ longitude: longitude ?? undefined })} />
        {'geolocation' in navigator && <Button icon={<AimOutlined aria-hidden />} aria-label={t('field.here')} title={t('field.here')} loading={busy} onClick={here} />}
      </Space.Compact>
    </div>
  )
}

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
