import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../util/format'
import type { ImportFull, Options } from './types'

const ENCODINGS = ['UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE', 'windows-1252', 'Shift_JIS', 'EUC-KR']
const DELIMITERS = [',', ';', '\t', '|']
const NAMES: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }
const HEADER_ROWS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const SHOWN = 5

interface Props { of: ImportFull; reread: (how: Partial<Options>) => void; busy: boolean }

/** What the file turned out to be, to be put right if it is not, and its first rows. */
export function FileCard({ of, reread, busy }: Props) {
  const { t } = useTranslation()
  const { look } = of
  const columns = look.headers.map((header, column) => ({ header, column }))
  const rowName = (row: number) => (row === 0 ? t('import.noHeader') : t('import.headerAt', { row }))
  return (
    <section className="card" aria-label={t('import.file')}>
      <h2 className="card-title">{of.fileName}</h2>
      <p className="meta">{t('import.fileRows', { count: look.rows, rows: formatCount(look.rows), columns: look.headers.length })}</p>
      <div className="import-options">
        {look.format === 'csv' && (
          <>
            <div className="field">
              <label htmlFor="import-encoding">{t('import.encoding')}</label>
              <Select id="import-encoding" className="full" disabled={busy} value={look.encoding} options={ENCODINGS.map(name => ({ value: name, label: name === 'GB18030' ? 'GBK / GB18030' : name }))}
                onChange={encoding => reread({ encoding })} />
            </div>
            <div className="field">
              <label htmlFor="import-delimiter">{t('import.delimiter')}</label>
              <Select id="import-delimiter" className="full" disabled={busy} value={look.delimiter} options={DELIMITERS.map(each => ({ value: each, label: t(`import.delimiter.${NAMES[each]!}`) }))}
                onChange={delimiter => reread({ delimiter })} />
            </div>
          </>
        )}
        {look.sheets.length > 0 && (
          <div className="field">
            <label htmlFor="import-sheet">{t('import.sheet')}</label>
            <Select id="import-sheet" className="full" disabled={busy} value={look.sheet} onChange={sheet => reread({ sheet })}
              options={look.sheets.map(sheet => ({ value: sheet.name, label: sheet.hidden ? t('import.hiddenSheet', { name: sheet.name }) : sheet.name }))} />
          </div>
        )}
        <div className="field">
          <label htmlFor="import-header">{t('import.headers')}</label>
          <Select id="import-header" className="full" disabled={busy} value={look.headerRow} options={HEADER_ROWS.map(row => ({ value: row, label: rowName(row) }))}
            onChange={headerRow => reread({ headerRow })} />
        </div>
      </div>
      <div className="related-frame" tabIndex={0} role="region" aria-label={t('import.firstRows')} aria-busy={busy}>
        <table className="plain import-sample">
          <thead><tr><th scope="col" className="number">{t('import.line')}</th>{columns.map(({ header, column }) => <th key={column} scope="col">{header}</th>)}</tr></thead>
          <tbody>
            {look.first.slice(0, SHOWN).map(row => (
              <tr key={row.line}><td className="number">{row.line}</td>{columns.map(({ column }) => <td key={column}>{row.cells[column] ?? ''}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
