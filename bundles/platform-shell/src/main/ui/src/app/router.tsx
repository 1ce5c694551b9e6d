import { createBrowserRouter } from 'react-router'
import { Frame } from '../frame/Frame'
import { page } from './page'
import { PageBroken } from './PageBroken'

/** The shell's own pages; everything else is looked up among what areas contribute. */
export const router = createBrowserRouter([
  { path: 'print/:template/:record', Component: page(() => import('../records/templates/PrintPage'), 'PrintPage') },
  {
    Component: Frame,
    children: [
      {
        ErrorBoundary: PageBroken,
        children: [
          { index: true, Component: page(() => import('../home/Home'), 'Home') },
          { path: 'me/*', Component: page(() => import('../account/Account'), 'Account') },
          { path: 'jobs', Component: page(() => import('../jobs/JobsPage'), 'JobsPage') },
          { path: 'jobs/timers', Component: page(() => import('../jobs/TimersPage'), 'TimersPage') },
          { path: 'audit', Component: page(() => import('../audit/AuditPage'), 'AuditPage') },
          { path: 'settings/dictionaries', Component: page(() => import('../settings/DictionariesPage'), 'DictionariesPage') },
          { path: 'settings/dictionaries/:name', Component: page(() => import('../settings/DictionaryPage'), 'DictionaryPage') },
          { path: 'settings/duplicates', Component: page(() => import('../settings/DuplicateRulesPage'), 'DuplicateRulesPage') },
          { path: 'settings/parameters', Component: page(() => import('../settings/ParametersPage'), 'ParametersPage') },
          { path: 'settings/templates', Component: page(() => import('../settings/TemplatesPage'), 'TemplatesPage') },
          { path: 'settings/templates/:id', Component: page(() => import('../settings/TemplatePage'), 'TemplatePage') },
          { path: 'plugins', Component: page(() => import('../admin/plugins/PluginsPage'), 'PluginsPage') },
          { path: 'identity/roles/:id/grants', Component: page(() => import('../admin/Grants'), 'Grants') },
          { path: 'identity/members/:id/rights', Component: page(() => import('../admin/Rights'), 'Rights') },
          { path: 'settings/fields', Component: page(() => import('../settings/fields/FieldsPage'), 'FieldsPage') },
          { path: '*', Component: page(() => import('./ContributedPage'), 'ContributedPage') },
        ],
      },
    ],
  },
])
