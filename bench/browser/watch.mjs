/** What the measurements of the shell have in common: clocks inside the page, and lines of the table. */

export const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
export const ms = numbers => `${Math.round(median(numbers))} ms (${Math.round(Math.min(...numbers))}–${Math.round(Math.max(...numbers))})`
export const say = (what, measured, budget) => console.log(`| ${what} | ${measured} | ${budget} |`)

/** Milliseconds from the key or pointer going down to the first frame in which `found` is to be seen. */
export async function timed(page, action, found) {
  await page.evaluate(selector => {
    window.measured = new Promise(resolve => {
      let start = null
      const mark = event => { start ??= event.timeStamp }
      for (const event of ['keydown', 'pointerdown']) addEventListener(event, mark, { capture: true, once: true })
      const look = () => {
        const seen = start !== null && document.querySelector(selector)?.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        if (seen) requestAnimationFrame(now => resolve(now - start))
        else requestAnimationFrame(look)
      }
      look()
    })
  }, found)
  await action()
  return page.evaluate(() => window.measured)
}

/** From now on the page notes when the last byte of each answer is there, and layout shifts. */
export const arrivals = page => page.addInitScript(() => {
  window.arrived = []
  window.shifts = []
  new PerformanceObserver(list => window.shifts.push(...list.getEntries().filter(one => !one.hadRecentInput))).observe({ type: 'layout-shift', buffered: true })
  const fetched = window.fetch
  window.fetch = async (...given) => {
    const answer = await fetched(...given)
    void answer.clone().text().then(() => window.arrived.push({ url: new URL(answer.url), at: performance.now() }), () => {})
    return answer
  }
})

/** Milliseconds from the last byte of the first answer from `path` after the action to the frame in which `found` holds. */
export async function since(page, path, action, found) {
  await page.evaluate(([wanted, holds]) => {
    window.before = new Set([...document.querySelectorAll('tbody tr[data-id]')].map(row => row.dataset.id))
    const start = performance.now()
    const test = new Function(`return ${holds}`)
    window.measured = new Promise(resolve => {
      const look = () => {
        const here = window.arrived.find(one => one.at > start && one.url.pathname === wanted)
        if (here && test()) requestAnimationFrame(now => resolve(now - here.at))
        else requestAnimationFrame(look)
      }
      look()
    })
  }, [path, found])
  await action()
  return page.evaluate(() => window.measured)
}

/** Megabytes in use after everything that can go has gone. */
export async function heap(client) {
  for (let round = 0; round < 3; round++) await client.send('HeapProfiler.collectGarbage')
  const { usedSize } = await client.send('Runtime.getHeapUsage')
  return usedSize / 1024 / 1024
}
