import { DeleteOutlined, EditOutlined, MoreOutlined, PaperClipOutlined, PushpinOutlined } from '@ant-design/icons'
import { useShell } from '@tenon/sdk'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActorFace } from '../../frame/ActorFace'
import { formatAgo, formatInstant } from '../../util/format'
import { Composer } from './Composer'
import { parts, toText } from './mentionText'
import { Origin } from './Origin'
import { formatSize } from './size'
import type { Comment, StreamEntry } from './types'
import type { CommentActions } from './useComments'

/** A comment: who, when, the words, and what one may do with it. */
export function CommentView({ comment, actions, pinned = false, from }: { comment: Comment; actions: CommentActions; pinned?: boolean; from?: StreamEntry['from'] }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const { modal } = App.useApp()
  const [editing, setEditing] = useState(false)
  const remove = () => modal.confirm({
    title: t('stream.removeTitle'), content: t('stream.removeText'), okText: t('stream.remove'), okButtonProps: { danger: true },
    cancelText: t('action.cancel'), onOk: () => actions.remove(comment),
  })
  const items = [
    ...(comment.can.includes('pin') ? [{ key: 'pin', icon: <PushpinOutlined aria-hidden />, label: t(comment.pinned ? 'stream.unpin' : 'stream.pin'), onClick: () => void actions.pin(comment) }] : []),
    ...(comment.can.includes('edit') ? [{ key: 'edit', icon: <EditOutlined aria-hidden />, label: t('action.edit'), onClick: () => setEditing(true) }] : []),
    ...(comment.can.includes('remove') ? [{ key: 'remove', icon: <DeleteOutlined aria-hidden />, label: t('stream.remove'), danger: true, onClick: remove }] : []),
  ]
  const who = comment.byLabel || t('timeline.system')
  return (
    <>
      <ActorFace id={comment.by} name={who} />
      <div className="said">
        <div className="said-head">
          <p><strong>{who}</strong> {pinned ? <span className="meta"><PushpinOutlined aria-hidden /> {t('stream.pinned')}</span> : t('stream.commented')}
            {' '}<time className="meta" dateTime={comment.createdAt} title={formatInstant(comment.createdAt, language)}>{formatAgo(comment.createdAt, language)}</time>
            {comment.editedAt && !comment.removed && <span className="meta" title={formatInstant(comment.editedAt, language)}> · {t('stream.edited')}</span>}
            {from && <Origin from={from} />}</p>
          {items.length > 0 && (
            <Dropdown trigger={['click']} menu={{ items }}>
              <Button type="text" size="small" icon={<MoreOutlined aria-hidden />} aria-haspopup="menu" aria-label={t('stream.actions', { name: who })} />
            </Dropdown>
          )}
        </div>
        {comment.removed ? <p className="meta">{t('stream.removed')}</p> : editing
          ? <Composer initial={toText(comment.body, comment.mentions)} mentions={comment.mentions} label={t('stream.comment')} action={t('action.save')} cancel={() => setEditing(false)}
              submit={async body => { await actions.rewrite(comment, body); setEditing(false) }} />
          : comment.body !== '' && <p className="words">{parts(comment.body, comment.mentions).map((part, index) => typeof part === 'string' ? part : <span key={index} className="mention">@{part.name}</span>)}</p>}
        {comment.files.length > 0 && (
          <ul className="said-files">{comment.files.map(file => (
            <li key={file.id}><PaperClipOutlined aria-hidden /> <a href={`/api/files/${file.id}`} download={file.name}>{file.name}</a> <span className="meta">{formatSize(file.size ?? 0)}</span></li>
          ))}</ul>
        )}
      </div>
    </>
  )
}
