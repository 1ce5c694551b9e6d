import { useDictionary } from '@tenon/sdk'
import { Cascader } from 'antd'
import { useMemo } from 'react'
import { common, type InputProps } from './props'
import { regionPath, regionTree } from './regions'

/** Province, city, district; any level may be the answer. */
export function RegionInput(props: InputProps<string | null>) {
  const { field, value, onChange } = props
  const { data: items } = useDictionary(field.dictionary ?? 'core.region')
  const tree = useMemo(() => regionTree(items ?? []), [items])
  return (
    <Cascader {...common(props)} className="full" options={tree} changeOnSelect allowClear showSearch
      value={value ? (items ? regionPath(items, value) : [value]) : undefined}
      displayRender={labels => labels.join(' ')}
      onChange={path => onChange((path?.at(-1) as string | undefined) ?? null)} />
  )
}
