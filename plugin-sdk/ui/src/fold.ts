import pairs from '../../api/src/main/resources/org/tenon/sdk/text/t2s.txt?raw'

/** Traditional characters and the Simplified ones for them, from the table the server has. */
const simplified = new Map<string, string>()
for (const line of pairs.split('\n')) {
  if (line.startsWith('#')) continue
  for (let i = 0; i + 1 < line.length; i += 2) simplified.set(line[i]!, line[i + 1]!)
}

/** Text as it is compared when people search: width and case folded, Traditional characters made Simplified, blanks left out. */
export function fold(text: string): string {
  const simple = [...text.normalize('NFKC')].map(character => simplified.get(character) ?? character).join('')
  return simple.toUpperCase().toLowerCase().normalize('NFKC').replace(/[\s\p{Z}\0]/gu, '')
}

/** The digits of a telephone number, however it is written. */
export const digits = (text: string) => text.normalize('NFKC').replace(/\D/g, '')

/** True for what may be a part of a telephone number. */
export const isDialled = (text: string) => /^[\d\s+\-()./]*\d[\d\s+\-()./]*$/.test(text.normalize('NFKC'))
