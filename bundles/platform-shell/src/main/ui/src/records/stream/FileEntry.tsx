import { PaperClipOutlined } from '@ant-design/icons'
import { useShell } from '@tenon/sdk'
import { useTranslation } from 'react-i18next'
import { ActorFace } from '../../frame/ActorFace'
import { formatAgo, formatInstant } from '../../util/format'
import { Origin } from './Origin'
import type { StreamEntry } from './types'

/** A file that was added or removed. */
export function FileEntry({ entry }: { entry: StreamEntry }) {
  const { t } = useTranslation()
  const { language } = useShell()
  const who = entry.byLabel || t('timeline.system')
  const file = entry.file
  return (
    <>
      <ActorFace id={entry.by} name={who} />
      <div>
        <p><strong>{who}</strong> {t(entry.action === 'attach' ? 'stream.attached' : 'stream.detached')}
          {' '}<time className="meta" dateTime={entry.at} title={formatInstant(entry.at, language)}>{formatAgo(entry.at, language)}</time>{entry.from && <Origin from={entry.from} />}</p>
        {file && <p><PaperClipOutlined aria-hidden /> {file.present && entry.action === 'attach'
          ? <a href={`/api/files/${file.id}`} download={file.name}>{file.name}</a> : <span className={entry.action === 'attach' ? 'was' : undefined}>{file.name}</span>}</p>}
      </div>
    </>
  )
}
