import { act, renderHook } from '@testing-library/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Problem, type Field } from '@tenon/sdk'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { useForm } from './useForm'

const FIELDS = [{ name: 'name', label: '名称', required: true, access: 'write' }, { name: 'phones', label: '电话', access: 'write' }] as Field[]
const client = new QueryClient()
const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>
const base = { name: '华为', phones: null }

describe('a form', () => {
  it('is dirty only while something differs', () => {
    const { result } = renderHook(() => useForm(base, FIELDS), { wrapper })
    act(() => result.current.set('name', '中兴'))
    expect(result.current.patch).toEqual({ name: '中兴' })
    act(() => result.current.set('name', '华为'))
    expect(result.current.dirty).toBe(false)
  })

  it('says what is required before the server must', () => {
    const { result } = renderHook(() => useForm(base, FIELDS), { wrapper })
    act(() => result.current.set('name', ''))
    act(() => void expect(result.current.complete()).toBe(false))
    expect(Object.keys(result.current.errors)).toEqual(['name'])
  })

  it('puts a refusal beside its fields, the rest on top, and forgets it when the field changes', () => {
    const { result } = renderHook(() => useForm(base, FIELDS), { wrapper })
    act(() => result.current.refuse(new Problem(422, { detail: 'x', errors: [
      { field: 'phones[0].value', code: 'phone', message: '号码有误' }, { field: 'gone', code: 'x', message: '其他' }] })))
    expect(result.current.errors).toEqual({ phones: '号码有误' })
    expect(result.current.general).toBe('其他')
    act(() => result.current.set('phones', []))
    expect(result.current.errors).toEqual({})
  })
})
