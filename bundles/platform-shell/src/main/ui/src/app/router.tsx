import { createBrowserRouter } from 'react-router'
import { Frame } from '../frame/Frame'
import { PageBroken } from './PageBroken'

/** The shell's own pages; everything else is looked up among what areas contribute. */
export const router = createBrowserRouter([
  { path: 'print/:template/:record', lazy: async () => ({ Component: (await import('../records/templates/PrintPage')).PrintPage }) },
  {
    Component: Frame,
    children: [
      {
        ErrorBoundary: PageBroken,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('../home/Home')).Home }) },
          { path: 'me/*', lazy: async () => ({ Component: (await import('../account/Account')).Account }) },
          { path: 'jobs', lazy: async () => ({ Component: (await import('../jobs/JobsPage')).JobsPage }) },
          { path: 'jobs/timers', lazy: async () => ({ Component: (await import('../jobs/TimersPage')).TimersPage }) },
          { path: 'audit', lazy: async () => ({ Component: (await import('../audit/AuditPage')).AuditPage }) },
          { path: 'settings/dictionaries', lazy: async () => ({ Component: (await import('../settings/DictionariesPage')).DictionariesPage }) },
          { path: 'settings/dictionaries/:name', lazy: async () => ({ Component: (await import('../settings/DictionaryPage')).DictionaryPage }) },
          { path: 'settings/duplicates', lazy: async () => ({ Component: (await import('../settings/DuplicateRulesPage')).DuplicateRulesPage }) },
          { path: 'settings/parameters', lazy: async () => ({ Component: (await import('../settings/ParametersPage')).ParametersPage }) },
          { path: 'settings/templates', lazy: async () => ({ Component: (await import('../settings/TemplatesPage')).TemplatesPage }) },
          { path: 'settings/templates/:id', lazy: async () => ({ Component: (await import('../settings/TemplatePage')).TemplatePage }) },
          { path: 'plugins', lazy: async () => ({ Component: (await import('../admin/plugins/PluginsPage')).PluginsPage }) },
          { path: 'identity/roles/:id/grants', lazy: async () => ({ Component: (await import('../admin/Grants')).Grants }) },
          { path: 'identity/members/:id/rights', lazy: async () => ({ Component: (await import('../admin/Rights')).Rights }) },
          { path: 'settings/fields', lazy: async () => ({ Component: (await import('../settings/fields/FieldsPage')).FieldsPage }) },
          { path: '*', lazy: async () => ({ Component: (await import('./ContributedPage')).ContributedPage }) },
        ],
      },
    ],
  },
])
