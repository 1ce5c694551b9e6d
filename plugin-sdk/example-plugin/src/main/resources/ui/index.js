// An ES module by hand: what it shares with the shell comes through the import map, so that there is nothing to build.
import { createElement as h } from 'react'
import { definePlugin } from '@tenon/sdk'
import { Top } from './top.js'
import { Points } from './points.js'
import { messages } from './messages.js'

const TopPage = () => h('div', { className: 'page' }, h(Top, { heading: true, most: 25 }))
const TopWidget = () => h(Top, { most: 5 })

export default definePlugin({
  sdk: 1,
  pages: { top: async () => ({ default: TopPage }) },
  widgets: { top: async () => ({ default: TopWidget }), points: async () => ({ default: Points }) },
  messages,
})
