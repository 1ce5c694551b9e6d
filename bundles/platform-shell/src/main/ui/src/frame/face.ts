const COLOURS = ['#1d4ed8', '#0f766e', '#7c3aed', '#b45309', '#be185d', '#15803d', '#4338ca', '#0369a1', '#a21caf', '#b91c1c']

/** The last two characters of a Chinese name, the initials of any other. */
export function initials(name: string): string {
  const clean = name.trim()
  const han = clean.match(/\p{Script=Han}/gu)
  if (han) return han.slice(-2).join('')
  const words = clean.split(/[\s._-]+/).filter(Boolean)
  const letters = words.length > 1 ? words[0]!.charAt(0) + words.at(-1)!.charAt(0) : clean.slice(0, 2)
  return letters.toUpperCase()
}

/** A colour that stays with the id; white text on each is AA. */
export function faceColour(id: string): string {
  let sum = 0
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0
  return COLOURS[sum % COLOURS.length]!
}
