// An ES module by hand: React, antd and the SDK come from the shell through the import map, so that there is nothing to build.
import { createElement as h } from 'react'
import { App, Button } from 'antd'
import { api, definePlugin, isProblem, Link, useQueryClient, useRecords, useRecordType, useTranslation } from '@tenon/sdk'

/** What is still to be done, oldest first. */
function Open() {
  const { t } = useTranslation('${area}')
  const client = useQueryClient()
  const { message } = App.useApp()
  const { data: type } = useRecordType('${area}.note')
  const { data: page } = useRecords(type, { filter: { '==': [{ var: 'doneOn' }, null] }, sort: 'createdAt', limit: 50 })
  const finish = async note => {
    try {
      await api.post('/api/${area}/notes/' + note.id + '/finish')
    } catch (problem) {
      message.error(isProblem(problem) ? problem.message : t('failed'))
    }
    await client.invalidateQueries({ queryKey: ['records', '${area}.note'] })
  }
  return h('div', { className: 'page' },
    h('h1', null, t('title')),
    page?.items.length === 0 && h('p', null, t('none')),
    h('ul', null, page?.items.map(note => h('li', { key: note.id },
      h(Link, { to: '/${area}/notes/' + note.id }, note.title), ' ',
      h(Button, { size: 'small', onClick: () => void finish(note) }, t('finish'))))))
}

export default definePlugin({
  sdk: 1,
  pages: { open: async () => ({ default: Open }) },
  messages: {
    'zh-CN': { title: '待办便签', none: '没有待办的便签。', finish: '完成', failed: '操作失败，请稍后再试。' },
    'zh-TW': { title: '待辦便箋', none: '沒有待辦的便箋。', finish: '完成', failed: '操作失敗，請稍後再試。' },
    en: { title: 'Still to do', none: 'Nothing is left to do.', finish: 'Finish', failed: 'That did not work; try again later.' },
  },
})
