/** What there is help about; each has texts `help.<topic>.title` and `help.<topic>.1` to `.4`. */
export const TOPICS = [
  'home', 'list', 'record', 'create', 'import', 'duplicates', 'merge', 'me', 'jobs', 'timers', 'plugins', 'audit', 'fields', 'dictionaries', 'parameters',
  'templates', 'rules', 'grants', 'page',
] as const
export type Topic = (typeof TOPICS)[number]

const PLACES: [RegExp, Topic][] = [
  [/^\/$/, 'home'], [/^\/me\b/, 'me'], [/^\/jobs\/timers$/, 'timers'], [/^\/jobs$/, 'jobs'], [/^\/plugins$/, 'plugins'], [/^\/audit$/, 'audit'],
  [/^\/settings\/fields/, 'fields'], [/^\/settings\/dictionaries/, 'dictionaries'], [/^\/settings\/parameters/, 'parameters'],
  [/^\/settings\/templates/, 'templates'], [/^\/settings\/duplicates/, 'rules'], [/\/(grants|rights)$/, 'grants'],
]

const BELOW: Record<string, Topic> = { '': 'list', new: 'create', import: 'import', duplicates: 'duplicates', merge: 'merge' }

/** What the page at a path is about. @param lists the addresses of the record types' lists */
export function topicOf(path: string, lists: string[]): Topic {
  const known = PLACES.find(([place]) => place.test(path))
  if (known) return known[1]
  const list = lists.find(route => path === route || path.startsWith(`${route}/`))
  if (list === undefined) return 'page'
  return BELOW[path.slice(list.length + 1)] ?? 'record'
}
