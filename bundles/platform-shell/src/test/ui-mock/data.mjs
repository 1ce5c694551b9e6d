/** Types, dictionaries and invented people for developing the shell without the server. */

const field = (name, label, type, more = {}) => ({
  name, label, help: null, type, required: false, readOnly: false, max: null, min: null, scale: null, dictionary: null, reference: null,
  list: 0, filter: false, sortable: false, sensitive: false, section: null, access: 'write', sample: null, ...more,
})

const common = [
  field('ownerId', '负责人', 'member', { list: 6, filter: true }),
  field('departmentId', '所属部门', 'department', { filter: true }),
  field('createdAt', '创建时间', 'dateTime', { readOnly: true, access: 'read', filter: true, sortable: true }),
  field('createdBy', '创建人', 'member', { readOnly: true, access: 'read' }),
  field('updatedAt', '更新时间', 'dateTime', { readOnly: true, access: 'read', filter: true, sortable: true, list: 8 }),
  field('updatedBy', '更新人', 'member', { readOnly: true, access: 'read' }),
]

const ALL = ['read', 'create', 'update', 'delete', 'import']

export const types = [
  {
    name: 'customers.customer', area: 'customers', label: '客户', plural: '客户', path: '/api/customers/customers', route: '/customers/customers', titleField: 'name', can: ALL,
    defaultSort: '-createdAt', actions: [], related: [{ type: 'customers.contact', field: 'partyId', label: '联系人' }],
    sections: [{ name: 'profile', label: '基本信息' }, { name: 'reach', label: '联系方式' }, { name: 'business', label: '经营情况' }],
    fields: [
      field('name', '客户名称', 'text', { required: true, max: 200, section: 'profile', list: 1, filter: true, sortable: true }),
      field('industry', '行业', 'choice', { dictionary: 'customers.industry', section: 'profile', list: 2, filter: true }),
      field('level', '客户级别', 'choice', { dictionary: 'customers.level', section: 'profile', list: 3, filter: true, sortable: true }),
      field('status', '状态', 'choice', { dictionary: 'customers.status', section: 'profile', list: 4, filter: true }),
      field('creditCode', '统一社会信用代码', 'text', { max: 18, section: 'profile', filter: true, help: '18 位' }),
      field('parentId', '上级客户', 'reference', { reference: 'customers.customer', section: 'profile', filter: true }),
      field('tags', '标签', 'tags', { section: 'profile', filter: true, list: 7 }),
      field('phones', '电话', 'phones', { section: 'reach', list: 5, sensitive: true, filter: true }),
      field('emails', '邮箱', 'emails', { section: 'reach' }),
      field('region', '地区', 'region', { dictionary: 'core.region', section: 'reach', filter: true, list: 5 }),
      field('address', '地址', 'text', { section: 'reach', max: 300 }),
      field('website', '网站', 'url', { section: 'reach' }),
      field('employees', '员工人数', 'number', { section: 'business', filter: true, sortable: true, min: 0 }),
      field('turnover', '年营业额', 'money', { section: 'business', filter: true, list: 6 }),
      field('discount', '折扣率', 'decimal', { section: 'business', scale: 4 }),
      field('founded', '成立日期', 'date', { section: 'business', filter: true, sortable: true }),
      field('nextContactAt', '下次联系', 'dateTime', { section: 'business', filter: true, sortable: true }),
      field('listed', '上市公司', 'boolean', { section: 'business', filter: true }),
      field('note', '备注', 'longText', { section: 'business', max: 20000 }),
      ...common,
    ],
  },
  {
    name: 'customers.contact', area: 'customers', label: '联系人', plural: '联系人', path: '/api/customers/contacts', route: '/customers/contacts', titleField: 'name', can: ALL,
    defaultSort: '-createdAt', actions: [], related: [], sections: [{ name: 'profile', label: '基本信息' }, { name: 'reach', label: '联系方式' }],
    fields: [
      field('name', '姓名', 'text', { required: true, max: 100, section: 'profile', list: 1, filter: true, sortable: true }),
      field('partyId', '所属单位', 'reference', { reference: '*', required: true, section: 'profile', list: 2 }),
      field('title', '职务', 'text', { section: 'profile', list: 3, filter: true }),
      field('birthday', '生日', 'date', { section: 'profile' }),
      field('birthdayCalendar', '生日历法', 'choice', { dictionary: 'customers.calendar', section: 'profile' }),
      field('hobbies', '爱好', 'multiChoice', { dictionary: 'customers.hobby', section: 'profile', filter: true }),
      field('phones', '电话', 'phones', { section: 'reach', list: 4 }),
      field('emails', '邮箱', 'emails', { section: 'reach', list: 5 }),
      ...common,
    ],
  },
  {
    name: 'identity.department', area: 'identity', label: '部门', plural: '部门', path: '/api/identity/departments', route: '/identity/departments', titleField: 'name', can: ALL.slice(0, 4),
    defaultSort: 'sort', actions: [], related: [{ type: 'identity.member', field: 'departmentId', label: '成员' }], sections: [],
    fields: [
      field('name', '部门名称', 'text', { required: true, list: 1, sortable: true }),
      field('parentId', '上级部门', 'department', { list: 2 }),
      field('headId', '负责人', 'member', { list: 3 }),
      field('sort', '排序', 'number', { sortable: true }),
    ],
  },
  {
    name: 'identity.member', area: 'identity', label: '成员', plural: '成员', path: '/api/identity/members', route: '/identity/members', titleField: 'name', can: ALL.slice(0, 4),
    defaultSort: 'name', actions: [], related: [], sections: [],
    fields: [
      field('name', '姓名', 'text', { required: true, list: 1, filter: true, sortable: true }),
      field('login', '登录名', 'text', { required: true, list: 2, filter: true }),
      field('departmentId', '部门', 'department', { list: 3, filter: true }),
      field('roles', '角色', 'references', { reference: 'identity.role', list: 4 }),
      field('phone', '电话', 'phone', { list: 5 }),
      field('email', '邮箱', 'email', {}),
      field('active', '在职', 'boolean', { list: 6, filter: true, readOnly: true }),
    ],
  },
  {
    name: 'identity.role', area: 'identity', label: '角色', plural: '角色', path: '/api/identity/roles', route: '/identity/roles', titleField: 'name', can: ALL.slice(0, 4),
    defaultSort: 'name', actions: [], related: [], sections: [],
    fields: [field('name', '角色名称', 'text', { required: true, list: 1, sortable: true }), field('description', '说明', 'longText', { list: 2 })],
  },
]

const item = (value, label, color = null, parent = null) => ({ value, label, parent, color })

export const dictionaries = {
  'customers.industry': [['it', '信息技术'], ['manufacturing', '制造业'], ['retail', '批发零售'], ['finance', '金融业'], ['construction', '建筑业'], ['education', '教育']].map(([v, l]) => item(v, l)),
  'customers.level': [item('A', '重点客户', 'red'), item('B', '普通客户', 'blue'), item('C', '一般客户', 'grey')],
  'customers.status': [item('potential', '潜在', 'amber'), item('active', '合作中', 'green'), item('lost', '已流失', 'grey')],
  'customers.calendar': [item('solar', '公历'), item('lunar', '农历')],
  'customers.hobby': [item('golf', '高尔夫'), item('tea', '品茶'), item('calligraphy', '书法'), item('hiking', '登山')],
  'core.region': [
    item('44', '广东省'), item('4401', '广州市', null, '44'), item('440106', '天河区', null, '4401'), item('440104', '越秀区', null, '4401'),
    item('4403', '深圳市', null, '44'), item('440305', '南山区', null, '4403'), item('31', '上海市'), item('310115', '浦东新区', null, '31'),
    item('310101', '黄浦区', null, '31'), item('11', '北京市'), item('110108', '海淀区', null, '11'), item('33', '浙江省'), item('3301', '杭州市', null, '33'), item('330106', '西湖区', null, '3301'),
  ],
}

const CITIES = ['上海', '北京', '广州', '深圳', '杭州', '苏州', '成都', '武汉', '南京', '青岛']
const WORDS = ['恒信', '远航', '博雅', '天成', '华创', '明德', '瑞丰', '鼎新', '安泰', '中联', '宏图', '锦绣']
const KINDS = ['科技有限公司', '贸易有限公司', '机械制造股份有限公司', '信息技术有限公司', '建筑工程有限公司', '教育咨询有限公司']
const FAMILY = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张'
const GIVEN = ['伟', '芳', '秀英', '敏', '静', '强', '磊', '洋', '艳', '建国', '晓明', '子涵', '雨桐', '志远']

let seed = 7
const random = n => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % n }
const pick = list => list[random(list.length)]
let counter = 0
export const newId = () => '0M3K9' + (counter++).toString(32).toUpperCase().padStart(8, '0')
const person = () => FAMILY[random(FAMILY.length)] + pick(GIVEN)

export const store = Object.fromEntries(types.map(type => [type.name, new Map()]))

function put(type, values) {
  const record = { id: newId(), version: 1, deletedAt: null, ...values }
  store[type].set(record.id, record)
  return record
}

const root = put('identity.department', { name: '榫卯科技', parentId: null, sort: 1 })
const departments = ['华东销售部', '华南销售部', '客户服务部', '财务部'].map((name, i) => put('identity.department', { name, parentId: root.id, sort: i + 2 }))
departments.push(put('identity.department', { name: '上海一组', parentId: departments[0].id, sort: 9 }))
const roles = ['销售', '销售主管', '客服', '系统管理员'].map(name => put('identity.role', { name, description: `${name}的常用权限` }))
export const admin = put('identity.member', { name: '欧阳建国', login: 'admin', departmentId: root.id, roles: [roles[3].id], phone: '13800000000', email: 'admin@tenon.example', active: true })
const members = [admin, ...Array.from({ length: 12 }, (_, i) => put('identity.member', {
  name: person(), login: `member${i + 1}`, departmentId: pick(departments).id, roles: [pick(roles).id], phone: `1390000${1000 + i}`, email: `m${i}@tenon.example`, active: i !== 5,
}))]

const ago = days => new Date(Date.now() - days * 86400000 - random(86400000)).toISOString().replace(/\.\d+Z/, 'Z')
for (let i = 0; i < 320; i++) {
  const owner = pick(members)
  const made = ago(i / 3)
  const customer = put('customers.customer', {
    name: `${pick(CITIES)}${pick(WORDS)}${pick(WORDS)}${pick(KINDS)}`, industry: pick(['it', 'manufacturing', 'retail', 'finance', 'construction', 'education']),
    level: pick(['A', 'B', 'C']), status: pick(['potential', 'active', 'active', 'lost']), creditCode: `91310000${100000000 + random(900000000)}X`.slice(0, 18),
    parentId: null, tags: random(2) ? ['展会'] : random(3) ? [] : ['老客户', '战略'],
    phones: [{ kind: 'office', value: `021-${60000000 + random(9999999)}` }, ...(random(3) ? [] : [{ kind: 'mobile', value: `138${10000000 + random(89999999)}` }])],
    emails: random(2) ? [{ kind: 'work', value: `info${i}@customer.example` }] : [], region: pick(['440106', '440305', '310115', '110108', '330106']),
    address: `${pick(['人民路', '中山路', '科技园路'])}${1 + random(300)}号`, website: random(2) ? 'https://www.customer.example' : null, employees: random(5000),
    turnover: random(4) ? { amount: `${random(90000000)}.5000`, currency: 'CNY' } : null, discount: '0.9500', founded: `20${String(random(24)).padStart(2, '0')}-0${1 + random(9)}-1${random(9)}`,
    nextContactAt: random(3) ? null : ago(-random(20)), listed: random(10) === 0, note: random(3) ? null : '客户对交付周期比较敏感，报价前请先与技术部确认排期。\n每季度拜访一次。',
    ownerId: owner.id, departmentId: owner.departmentId, createdAt: made, createdBy: owner.id, updatedAt: made, updatedBy: owner.id,
  })
  for (let c = random(4); c > 0; c--) {
    put('customers.contact', {
      name: person(), partyId: { type: 'customers.customer', id: customer.id }, title: pick(['采购经理', '总经理', '财务主管', '工程师']), birthday: '1985-06-0' + (1 + random(9)), birthdayCalendar: pick(['solar', 'lunar']),
      hobbies: [pick(['golf', 'tea', 'calligraphy', 'hiking'])], phones: [{ kind: 'mobile', value: `139${10000000 + random(89999999)}` }], emails: [],
      ownerId: owner.id, departmentId: owner.departmentId, createdAt: made, createdBy: owner.id, updatedAt: made, updatedBy: owner.id,
    })
  }
}
