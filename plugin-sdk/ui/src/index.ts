export * from './types'
export { Problem, isProblem } from './problem'
export { api, url, setCsrf, onAccepted, onSignedOut, type Query } from './api'
export { isLineLost, lineFound, lineLost, onLine } from './line'
export {
  definePlugin, SDK_VERSION,
  type Plugin, type PageProps, type WidgetProps, type FieldProps, type ActionContext,
} from './plugin'
export { ShellContext, useShell, useUnsaved, type Shell } from './shell'
export {
  keys, listParams, useDictionaries, useDictionary, useOptions, useRecord, useRecords, useRecordType, useRecordTypes,
  type ListQuery,
} from './records'
export { compile, evaluate, target, type ChoiceParents, type Condition, type ConditionContext, type ConditionField, type DepartmentParents, type Operands, type Literal } from './conditions'
export { clockAt, dayAt, dayStartIn, instantAt, isPeriod, isSelf, MOST_UNITS, PERIOD_KINDS, PERIOD_UNITS, type Period, type PeriodKind, type PeriodUnit, type Self } from './relative-values'
export { ConditionError } from './condition-values'
export { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
export { Link, NavLink, useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
export { useTranslation } from 'react-i18next'
