import antd from 'antd/locale/en_US'
import access from './access.json'
import admin from './admin.json'
import duplicates from './duplicates.json'
import fields from './fields.json'
import frame from './frame.json'
import jobs from './jobs.json'
import imports from './import.json'
import records from './records.json'
import search from './search.json'
import stream from './stream.json'
import views from './views.json'

export default { messages: { ...frame, ...fields, ...records, ...jobs, ...admin, ...access, ...duplicates, ...search, ...stream, ...views, ...imports }, antd }
