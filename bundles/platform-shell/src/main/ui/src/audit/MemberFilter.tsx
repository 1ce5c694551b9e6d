import { useOptions } from '@tenon/sdk'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** One member, found by the beginning of the name. */
export function MemberFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const { data } = useOptions('identity.member', useDeferredValue(text), open)
  const [picked, setPicked] = useState<string>('')
  return (
    <Select allowClear className="audit-member" aria-label={t('audit.member')} placeholder={t('audit.member')} value={value} onOpenChange={setOpen}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }} labelRender={({ label, value: id }) => label ?? (picked || String(id))}
      options={data?.map(member => ({ value: member.id, label: member.title })) ?? []}
      onChange={(id: string | undefined, option) => {
        setText('')
        setPicked(option && !Array.isArray(option) ? String(option.label) : '')
        onChange(id ?? null)
      }} />
  )
}
