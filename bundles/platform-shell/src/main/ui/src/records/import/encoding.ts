/** Spreadsheets of Chinese systems save CSV in the script's old encoding; the server speaks UTF-8 alone. */
export interface Readable { file: Blob; encoding: string }

const OLD: Record<string, string[]> = { 'zh-TW': ['big5', 'gb18030'] }

/** The file in UTF-8; as it is where no known encoding fits. */
export async function inUtf8(file: Blob, language: string): Promise<Readable> {
  const bytes = await file.arrayBuffer()
  if (decode(bytes, 'utf-8') !== null) return { file, encoding: 'UTF-8' }
  for (const encoding of OLD[language] ?? ['gb18030', 'big5']) {
    const text = decode(bytes, encoding)
    if (text !== null) return { file: new Blob([text], { type: 'text/csv' }), encoding: encoding.toUpperCase() }
  }
  return { file, encoding: 'UTF-8' }
}

function decode(bytes: ArrayBuffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
