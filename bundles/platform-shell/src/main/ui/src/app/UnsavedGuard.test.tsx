import { act, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetUnsaved, guard, hasUnsaved } from './unsaved'
import { UnsavedGuard } from './UnsavedGuard'

const asked = async () => {
  const router = createMemoryRouter([{
    path: '/',
    element: <><UnsavedGuard /><Outlet /></>,
    children: [{ path: 'form', element: 'form' }, { path: 'list', element: 'list' }],
  }], { initialEntries: ['/form'] })
  render(<RouterProvider router={router} />)
  await act(() => router.navigate('/list'))
  return router
}

describe('unsaved input', () => {
  beforeEach(() => guard('form', true))
  afterEach(forgetUnsaved)

  it('is given up by those who leave', async () => {
    const router = await asked()
    expect(router.state.location.pathname).toBe('/form')
    await act(async () => { fireEvent.click(await screen.findByText('unsaved.leave')) })
    expect(router.state.location.pathname).toBe('/list')
    expect(hasUnsaved()).toBe(false)
  })

  it('is kept by those who stay', async () => {
    const router = await asked()
    await act(async () => { fireEvent.click(await screen.findByText('unsaved.stay')) })
    expect(router.state.location.pathname).toBe('/form')
    expect(hasUnsaved()).toBe(true)
  })
})
