import { Modal } from 'antd'
import type { FileInfo } from './types'

/** A picture or PDF, looked at without downloading it. */
export function Preview({ file, close }: { file: FileInfo | null; close: () => void }) {
  const address = `/api/files/${file?.id}?inline=true`
  return (
    <Modal open={file !== null} onCancel={close} footer={null} title={file?.name} width="min(960px, 96vw)" className="preview" destroyOnHidden>
      {file && (file.contentType === 'application/pdf' ? <iframe src={address} title={file.name} /> : <img src={address} alt={file.name} />)}
    </Modal>
  )
}
