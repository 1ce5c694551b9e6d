import antd from 'antd/locale/en_US'
import admin from './admin.json'
import frame from './frame.json'
import records from './records.json'

export default { messages: { ...frame, ...records, ...admin }, antd }
