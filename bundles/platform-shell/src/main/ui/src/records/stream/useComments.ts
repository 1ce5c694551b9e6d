import { useQueryClient } from '@tanstack/react-query'
import { api, isProblem, keys, type RecordType } from '@tenon/sdk'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Comment } from './types'

export interface CommentActions {
  add: (body: string, files: string[]) => Promise<void>
  rewrite: (comment: Comment, body: string) => Promise<void>
  remove: (comment: Comment) => Promise<void>
  pin: (comment: Comment) => Promise<void>
}

/** What one does with the comments of a record; says which mentioned members could not be told. */
export function useComments(type: RecordType, id: string): CommentActions {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const path = `/api/records/comments/${type.name}/${id}`
  const done = async (comment?: Comment) => {
    if (comment?.unreached?.length) message.warning(t('stream.unreached', { names: comment.unreached.map(member => member.name).join(t('stream.comma')) }), 8)
    await client.invalidateQueries({ queryKey: keys.timeline(type.name, id) })
  }
  const told = (work: () => Promise<void>) => work().catch((problem: unknown) => { message.error(isProblem(problem) ? problem.message : t('broken.other.title')) })
  return {
    add: async (body, files) => done(await api.post<Comment>(path, { body, files })),
    rewrite: async (comment, body) => done(await api.patch<Comment>(`${path}/${comment.id}`, { body }, 0)),
    remove: comment => told(async () => { await api.delete(`${path}/${comment.id}`); await done() }),
    pin: comment => told(async () => done(await api.patch<Comment>(`${path}/${comment.id}`, { pinned: !comment.pinned }, 0))),
  }
}
