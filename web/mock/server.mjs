// Development only: serves docs/api/conventions.md from memory with 200 made-up customers. Goes when the server runs.
import { createServer } from 'node:http'

const now = Date.now()
const iso = (days) => new Date(now + days * 864e5).toISOString()
const L = (zh, en) => ({ zh, en })
const people = ['林晓雯', '陈嘉怡', '何雨桐', '孙浩然', '赵一鸣'].map((name, i) => ({ id: `p${i + 1}`, version: 1, name, login: `u${i + 1}`, createdAt: iso(-90), department: { id: 'd2', label: '华东一部' }, roles: [{ id: 'r1', label: '销售' }], locked: false, custom: {} }))
const departments = [['d1', '销售部', null], ['d2', '华东一部', 'd1'], ['d3', '华南部', 'd1'], ['d4', '财务部', null]].map(([id, name, parent]) => ({ id, version: 1, name, parent: parent && { id: parent, label: '销售部' }, createdAt: iso(-90), custom: {} }))
const dict = (key, zh, en, items) => ({ key, label: L(zh, en), levels: 1, system: true, items: items.map(([id, label, color], i) => ({ id, label, labelEn: id, color: color ?? null, parent: null, disabled: false, order: i })) })
const dictionaries = [
  dict('stage', '客户状态', 'Stage', [['potential', '潜在', 'gray'], ['target', '目标', 'blue'], ['first', '初次', 'tide'], ['repeat', '重复', 'ok'], ['loyal', '忠诚', 'violet'], ['lost', '流失', 'bad']]),
  dict('level', '分级', 'Level', [['high', '高'], ['mid', '中'], ['low', '低']]),
  dict('source', '来源', 'Source', [['fair', '展会'], ['web', '网络'], ['referral', '口碑'], ['call', '电话']]),
]
const tags = [['t1', '比价中', 'gray'], ['t2', '该复购', 'ok'], ['t3', '试用', 'gray'], ['t4', '大客户', 'gray'], ['t5', '投诉中', 'bad']].map(([id, name, color], i) => ({ id, name, color, group: null, count: i * 3 + 1 }))
const regions = [['320000', '江苏', null], ['320500', '苏州市', '320000'], ['320505', '虎丘区', '320500'], ['330000', '浙江', null], ['330200', '宁波市', '330000'], ['330206', '北仑区', '330200']].map(([id, label, parent]) => ({ id, label, parent, leaf: id % 100 > 0 }))
const full = (id) => { const r = regions.find((x) => x.id === id); return r ? { id, label: (r.parent ? full(r.parent).label + ' ' : '') + r.label } : null }
const industries = [['C', '制造业', null], ['C34', '通用设备', 'C'], ['C344', '泵阀', 'C34'], ['C39', '电子', 'C']].map(([id, label, parent]) => ({ id, label, parent, leaf: false }))
const F = (name, zh, type, more = {}) => ({ name, label: L(zh, more.en ?? name), help: null, type, group: 'base', required: false, readOnly: false, right: 'write', list: false, sortable: true, filterable: true, quick: false, custom: false, indexed: true, ...more })
const groups = [{ key: 'base', label: L('资料', 'Details') }, { key: 'trade', label: L('生意', 'Trade') }]
const catalogues = {
  customer: { object: 'customer', path: 'customers', label: L('客户', 'Customers'), title: 'name', defaultSort: '-createdAt', groups, fields: [
    F('name', '客户名称', 'text', { required: true, quick: true, list: true, maxLength: 120 }), F('stage', '状态', 'choice', { options: 'stage', list: true }), F('level', '分级', 'choice', { options: 'level', list: true, quick: true }),
    F('nextAt', '下次跟进', 'date', { list: true }), F('owner', '负责人', 'person', { list: true, object: 'person' }), F('phone', '电话', 'phone', { list: true, quick: true, sensitive: true }), F('region', '地区', 'region', { list: true, quick: true }),
    F('industry', '行业', 'industry', { quick: true, sortable: false }), F('creditCode', '信用代码', 'text', { maxLength: 18 }), F('email', '邮箱', 'email'), F('website', '网址', 'link'), F('address', '地址', 'text'), F('tags', '标签', 'tags', { sortable: false }),
    F('revenue', '年营业额', 'money', { group: 'trade', list: true }), F('creditLimit', '信用额度', 'money', { group: 'trade', right: 'read' }), F('employees', '人数', 'number', { group: 'trade', list: true, decimals: 0 }), F('source', '来源', 'choice', { group: 'trade', options: 'source' }),
    F('department', '部门', 'department', { group: 'trade', readOnly: true }), F('vip', '月结', 'yesNo', { group: 'trade' }), F('note', '备注', 'longText', { group: 'trade' }), F('createdAt', '建立时间', 'dateTime', { group: 'trade', readOnly: true }), F('size', '泵台数', 'number', { group: 'trade', custom: true, id: 'cf1' }),
  ] },
  contact: { object: 'contact', path: 'contacts', label: L('联系人', 'Contacts'), title: 'name', defaultSort: 'name', groups: groups.slice(0, 1), fields: [
    F('name', '姓名', 'text', { required: true, quick: true, list: true }), F('customer', '客户', 'record', { object: 'customer', list: true, quick: true, required: true }), F('title', '职务', 'text', { list: true, quick: true }), F('phone', '电话', 'phone', { list: true, quick: true }), F('email', '邮箱', 'email', { list: true }), F('owner', '负责人', 'person', { list: true }), F('note', '备注', 'longText')] },
  person: { object: 'person', path: 'people', label: L('同事', 'People'), title: 'name', defaultSort: 'name', groups: groups.slice(0, 1), fields: [F('name', '姓名', 'text', { required: true, quick: true, list: true }), F('login', '登录名', 'text', { required: true, quick: true, list: true }), F('email', '邮箱', 'email', { quick: true }), F('phone', '电话', 'phone', { quick: true }), F('department', '部门', 'department', { quick: true, list: true }), F('roles', '角色', 'choices', { quick: true, options: [{ id: 'r1', label: '销售' }] })] },
  department: { object: 'department', path: 'departments', label: L('部门', 'Departments'), title: 'name', defaultSort: 'name', groups: groups.slice(0, 1), fields: [F('name', '名称', 'text', { required: true, quick: true, list: true }), F('parent', '上级', 'department', { quick: true })] },
}
const names = ['苏州恒锐精密机械', '常州泰岳新能源材料', '嘉兴禾盛食品机械', '合肥庐科半导体设备', '宁波东澜注塑设备', '绍兴越恒印染集团', '温州瓯拓泵业', '扬州邗城制药设备', '南通沪江水处理工程', '芜湖奇峰汽车零部件', '湖州太湖源饮料', '徐州彭辉工程机械', '金华婺达电动工具', '台州椒江阀门配件厂']
const pick = (list, i) => list[i % list.length]
const choice = (key, i) => { const { id, label, color } = pick(dictionaries.find((d) => d.key === key).items, i); return { id, label, color } }
const ref = (p) => ({ id: p.id, label: p.name })
const mask = (n) => `138****${String(n).padStart(4, '0')}`
const customers = Array.from({ length: 200 }, (_, i) => ({
  id: `c${i + 1}`, version: 1, name: pick(names, i) + (i >= names.length ? `（${Math.floor(i / names.length)}）` : '有限公司'), createdAt: iso(-i), createdBy: ref(pick(people, i)), changedAt: iso(-i / 3), changedBy: ref(pick(people, i + 1)),
  stage: choice('stage', i * 7), level: choice('level', i), nextAt: i % 5 === 4 ? null : iso((i % 9) - 1).slice(0, 10), owner: ref(pick(people, Math.floor(i / 3))), phone: '+8613800000000', phoneText: mask(6621 + i), region: full(pick(['320505', '330206', '320500'], i)), industry: { id: 'C344', label: '制造业 › 泵阀' },
  creditCode: `91320505MA1X${i}`, email: i % 3 ? `info${i}@example.cn` : null, website: null, address: '浒关工业园鸿禧路 68 号', tags: i % 3 ? [] : [{ id: pick(tags, i).id, label: pick(tags, i).name, color: pick(tags, i).color }], revenue: { amount: String(18600 * (i + 1) * 3), currency: 'CNY' }, creditLimit: null, employees: 20 + i,
  source: choice('source', i), department: { id: 'd2', label: '华东一部' }, vip: i % 4 === 0, note: null, custom: { size: i }, masked: ['phone'], can: ['update', 'delete', 'assign', 'reveal'],
}))
const contacts = customers.slice(0, 120).map((c, i) => ({ id: `k${i + 1}`, version: 1, createdAt: iso(-i), name: pick(['王建国', '黄丽', '李敏', '周志远'], i), customer: { id: `c${Math.floor(i / 2) + 1}`, label: customers[Math.floor(i / 2)].name }, title: pick(['采购经理', '财务总监', '设备部', '总经理'], i), phone: '+86139', phoneText: mask(2207 + i), email: null, owner: c.owner, note: null, custom: {}, masked: ['phone'], can: ['update', 'delete', 'assign'] }))
const store = { customers, contacts, people, departments }
const deleted = { customers: customers.splice(190), contacts: [], people: [], departments: [] }
const jobs = []
const job = (label, total, more = {}) => { const j = { id: `j${jobs.length + 1}`, kind: 'bulk', label, state: 'running', progress: { done: 0, total }, result: null, files: [], createdAt: iso(0), finishedAt: null, undoable: true, problem: null, ...more }; jobs.push(j); setTimeout(() => Object.assign(j, { progress: { done: total, total }, state: 'done', result: j.result ?? { refused: 0 } }), 2500); return j }
const comments = { c1: [{ id: 'm1', type: 'comment', text: '要 200 台的价，比去年多一倍。预算 19 万以内，今天下午进采购会。', by: ref(people[0]), at: iso(-4) }, { id: 'm2', type: 'comment', text: '老泵漏油两次，要求 48 小时到货备件。', by: ref(people[1]), at: iso(-18) }] }
const changes = (row) => [{ id: `h-${row.id}`, type: 'change', kind: 'changed', at: iso(-9), by: ref(people[0]), changes: [{ field: 'level', label: '分级', from: 'mid', to: 'high', fromLabel: '中', toLabel: '高' }], job: null }, { id: `h0-${row.id}`, type: 'change', kind: 'created', at: row.createdAt, by: ref(people[0]), changes: [], job: null }]
const actions = ['read', 'create', 'update', 'delete', 'export', 'import', 'assign', 'reveal']
const permissions = [...['customer', 'contact', 'person', 'department'].flatMap((o) => actions.map((a) => `${o}.${a}`)), ...'settings people roles dictionary field tag'.split(' ').map((x) => `${x}.manage`), 'view.publish', 'audit.read', 'bulk.run']
const roles = [{ id: 'r1', version: 1, code: 'rep', name: '销售', standard: true, permissions: permissions.slice(0, 9), scopes: { customer: 'self', contact: 'self' }, fields: { customer: { phone: 'masked' } }, people: 3 }, { id: 'r2', version: 1, code: 'manager', name: '部门经理', standard: true, permissions: permissions.slice(0, 16), scopes: { customer: 'departmentTree' }, fields: {}, people: 1 }]
let session = { person: { id: 'p1', name: '林晓雯', login: 'u1', email: 'lin@haiyue.cn', department: { id: 'd2', label: '华东一部' }, locale: 'zh', timeZone: 'Asia/Shanghai', theme: process.env.THEME ?? 'light', density: 'normal' }, firm: { id: 'f', name: '海岳流体设备', timeZone: 'Asia/Shanghai', currency: 'CNY', sample: true }, roles: [{ id: 'r2', label: '部门经理' }], permissions, objects: {}, installationAdministrator: false }
let signedIn = process.env.SIGNED_IN !== '0'
const firm = { name: '海岳流体设备有限公司', shortName: '海岳流体设备', timeZone: 'Asia/Shanghai', currency: 'CNY', locale: 'zh', maskPhones: true }
const items = (list) => ({ items: list, next: null })
const problem = (status, code, detail, more = {}) => ({ status, body: { status, code, detail, id: '8F2C-41', ...more } })
const notifications = [{ id: 'n1', kind: 'assigned', title: '孙浩然把 3 家转给你', text: '苏州恒锐精密机械等', link: '/customers?view=mine', at: iso(-0.1), read: false }, { id: 'n2', kind: 'job', title: '导入完了：1,204 条', text: null, link: '/imports', at: iso(-1), read: true }]

const value = (row, field) => { const v = field.startsWith('custom.') ? row.custom[field.slice(7)] : row[field]; return v && typeof v === 'object' && !Array.isArray(v) ? (v.amount ? Number(v.amount) : v.id) : Array.isArray(v) ? v.map((x) => x.id).join() : v }
const clause = (row, text) => { const m = /^([\w.]+)(==|!=|=[a-z]+=)(.*)$/.exec(text); if (!m) return true; const [, f, op, raw] = m; const v = value(row, f) ?? ''; const list = raw.replace(/[()']/g, '').split(',').map((x) => (x === '@me' ? 'p1' : x)); if (op === '=null=') return (v === '') === (list[0] === 'true'); if (op === '=like=') return String(v).includes(list[0]); if (op === '!=' || op === '=out=') return !list.includes(String(v)); if (op === '==' || op === '=in=') return list.some((x) => String(v).includes(x) && x); return true }
const match = (rows, q) => rows.filter((row) => (!q.get('q') || row.name.includes(q.get('q'))) && (q.get('filter') ?? '').split(';').filter(Boolean).every((c) => clause(row, c)))
const sorted = (rows, sort = '') => { const key = sort.replace('-', ''); return key ? [...rows].sort((a, b) => (value(a, key) > value(b, key) ? 1 : -1) * (sort[0] === '-' ? -1 : 1)) : rows }
const page = (rows, q) => { const at = Number(q.get('after') || 0), n = Number(q.get('limit') || 50); return { items: rows.slice(at, at + n), next: at + n < rows.length ? String(at + n) : null } }
const expand = (object, body) => Object.fromEntries(Object.entries(body).map(([k, v]) => { const f = catalogues[object]?.fields.find((x) => x.name === k); if (!v || typeof v === 'object' && !Array.isArray(v)) return [k, v]; if (f?.type === 'choice') return [k, { id: v, ...(dictionaries.find((d) => d.key === f.options)?.items.find((i) => i.id === v) ?? {}) }]; if (f?.type === 'person') return [k, ref(people.find((p) => p.id === v))]; if (f?.type === 'tags') return [k, v.map((id) => ({ ...tags.find((t) => t.id === id), label: tags.find((t) => t.id === id).name }))]; if (f?.type === 'region') return [k, full(v)]; if (f?.type === 'record') return [k, { id: v, label: customers.find((c) => c.id === v)?.name ?? v }]; if (f?.type === 'department') return [k, { id: v, label: departments.find((d) => d.id === v)?.name }]; return [k, v] }))

const objectOf = { customers: 'customer', contacts: 'contact', people: 'person', departments: 'department' }
function records(method, path, q, body) {
  const [, name, id, sub] = path.split('/')
  const rows = store[name], object = objectOf[name]
  if (!rows) return null
  if (id === 'count') return { value: match(rows, q).length, exact: true }
  if (id === 'deleted') return page(deleted[name], q)
  if (id === 'cleanup') return items([{ check: 'badPhone', label: '电话不对', count: 12, filter: 'phone=null=true' }, { check: 'noOwner', label: '没有负责人', count: 3, filter: 'owner=null=true' }, { check: 'stale', label: '30 天没动过', count: 41, filter: 'level==low' }])
  if (id === 'bulk') { const chosen = body.ids ? rows.filter((r) => body.ids.includes(r.id)) : rows; chosen.forEach((r) => Object.assign(r, expand(object, body.patch ?? {}))); return job('批量修改', chosen.length) }
  if (!id) { if (method === 'POST') { if (!body.name) return problem(422, 'invalid', '名称要填', { errors: [{ field: 'name', code: 'required', message: '名称要填' }] }); const row = { id: `x${now}${rows.length}`, version: 1, createdAt: iso(0), custom: {}, can: ['update', 'delete', 'assign'], ...expand(object, body) }; rows.unshift(row); return row } return page(sorted(match(rows, q), q.get('sort') ?? ''), q) }
  const row = rows.find((r) => r.id === id)
  if (sub === 'why') return { visible: false, steps: [{ check: 'action', ok: true, text: '你可以看客户' }, { check: 'scope', ok: false, text: '你的范围是「本人的客户」' }] }
  if (!row) return problem(404, 'notFound', '没有这条，或看不到')
  if (sub === 'reveal') return { field: body.field, value: '138 0571 6621' }
  if (sub === 'assign') { row.owner = ref(people.find((p) => p.id === body.owner)); return row }
  if (sub === 'comments') { (comments[id] ??= []).unshift({ id: `m${Date.now()}`, type: 'comment', text: body.text, by: ref(people[0]), at: iso(0) }); return comments[id][0] }
  if (sub === 'timeline') return items([...(comments[id] ?? []), ...changes(row)].filter((e) => q.get('types').includes(e.type)))
  if (sub === 'history') return items(changes(row))
  if (sub === 'files') return items([{ id: 'f1', name: '样本册.pdf', size: 4400000, by: ref(people[0]), at: iso(-6) }])
  if (method === 'DELETE') { rows.splice(rows.indexOf(row), 1); return undefined }
  if (method === 'PATCH') { if (body.name === '冲突') return problem(409, 'stale', '何雨桐 9:41 改过这条', { changedBy: ref(people[2]), changedAt: iso(0), version: row.version }); if (body.employees < 0) return problem(422, 'invalid', '人数不能小于 0'); const { custom, ...rest } = body; Object.assign(row, expand(object, rest), { custom: { ...row.custom, ...custom }, version: row.version + 1 }) }
  return row
}

function around(method, path, q, body) {
  const [, a, b, c] = path.split('/')
  if (a === 'fields') return catalogues[b]
  if (a === 'views') return method === 'POST' ? { id: 'v9', version: 1, owner: ref(people[0]), isDefault: false, ...body } : items([{ id: 'v1', name: '华东重点客户', layout: 'table', filter: 'level==high', sort: '-createdAt', columns: ['name', 'stage', 'level', 'nextAt', 'owner', 'revenue'].map((field) => ({ field })), density: null, sharing: 'team', owner: ref(people[0]), isDefault: false, version: 1 }])
  if (a === 'search') return { groups: [{ object: 'customer', label: '客户', items: customers.filter((x) => x.name.includes(q.get('q'))).slice(0, 8).map((x) => ({ id: x.id, label: x.name, hint: x.owner?.label ?? null, object: 'customer' })) }] }
  if (a === 'duplicates') return items(customers.filter((x) => q.get('name')?.length > 3 && x.name.startsWith(q.get('name'))).slice(0, 2).map((x) => ({ object: 'customer', id: x.id, label: x.name, owner: x.owner, by: ['name'] })))
  if (a === 'regions') return items(b === 'search' ? regions.filter((r) => r.label.includes(q.get('q')) || r.id === q.get('q')).map((r) => ({ ...r, label: full(r.id).label })) : regions.filter((r) => (r.parent ?? '') === (q.get('parent') ?? '')))
  if (a === 'jobs') return c === 'rows' ? items([{ row: 3, id: null, label: '某某', state: 'refused', code: 'x', message: '少一位' }]) : b ? jobs.find((j) => j.id === b) : items(jobs)
  if (a === 'firm') { if (b === 'checklist') return items(['firm', 'people', 'fields', 'import', 'tryout'].map((key, i) => ({ key, done: i < 2 }))); if (b === 'sample') return job('清掉示例', 60); return Object.assign(firm, body) }
  if (a === 'roles') return b === 'catalogue' ? { permissions: permissions.map((key) => ({ key, object: key.split('.')[0], label: L(key, key) })), scopes: ['self', 'department', 'departmentTree', 'all'], objects: Object.values(catalogues).map((k) => ({ object: k.object, label: k.label, fields: k.fields.map(({ name, label }) => ({ name, label })) })) } : method === 'GET' ? (b ? roles.find((r) => r.id === b) : items(roles)) : { ...roles[0], ...body }
  if (a === 'custom-fields') return items([{ id: 'cf1', key: 'size', label: '泵台数', labelEn: 'Pumps', type: 'number', required: false, options: null, order: 1, help: null }])
  if (a === 'imports') { if (b === 'preview') { const rows = Array.from({ length: 12 }, (_, i) => ({ row: i + 2, state: i % 5 === 3 ? 'error' : i % 5 === 1 ? 'duplicate' : 'ok', values: { name: pick(names, i), phone: '1386155772' + i, region: '江苏 无锡' }, errors: i % 5 === 3 ? [{ field: 'phone', code: 'short', message: '少一位' }] : [], duplicate: i % 5 === 1 ? { id: 'c1', label: names[0] } : null })); return { upload: 'up1', sheet: '名片', headers: [['客户名称', 'name'], ['电话', 'phone'], ['地区', 'region'], ['展位', null]].map(([name, field]) => ({ name, samples: ['样例 1', '样例 2'], field })), mapping: {}, total: 1286, counts: { ok: 1204, error: 52, duplicate: 30 }, rows } } if (method === 'POST') return job('导入客户', 1234, { result: { created: 1204, updated: 0, merged: 12, skipped: 18, refused: 52 }, files: [{ id: 'f9', name: 'refused.xlsx', size: 8000 }] }); return items([{ id: 'j0', file: '2026 苏州流体展名片.xlsx', object: 'customer', at: iso(-2), by: ref(people[0]), state: 'done', result: { created: 1204, updated: 0, merged: 12, skipped: 18, refused: 52 }, undone: false }]) }
  if (a === 'exports') return method === 'POST' ? job('导出', 200, { files: [{ id: 'f2', name: 'customers.xlsx', size: 42000 }] }) : items([{ id: 'e1', label: '导出 客户', state: 'done', createdAt: iso(-1), files: [{ id: 'f2', name: 'customers.xlsx', size: 42000 }], progress: { done: 200, total: 200 } }])
  if (a === 'notifications') return b === 'count' ? { unread: notifications.filter((n) => !n.read).length } : b === 'read' ? (notifications.forEach((n) => (n.read = true)), undefined) : items(notifications)
  if (a === 'audit') return items([{ id: 'a1', at: iso(-1), by: ref(people[0]), action: 'revealed', object: 'customer', record: { id: 'c1', label: names[0] }, detail: '电话', address: '10.0.0.8' }])
  if (a === 'sessions') return items([{ id: 's1', createdAt: iso(-2), seenAt: iso(0), address: '10.0.0.8', agent: 'Chrome 142 · Windows', current: true }, { id: 's2', createdAt: iso(-9), seenAt: iso(-1), address: '10.0.0.9', agent: 'Safari · iPhone', current: false }])
  if (a === 'tokens') return method === 'POST' ? { id: 'k9', token: 'cx_8fa2c1', ...body } : items([{ id: 'k1', name: 'ERP 对接', scopes: ['customer.read'], createdAt: iso(-20), expiresAt: null }])
  const lists = { dictionaries, tags, industries }
  return lists[a] ? (method === 'GET' ? items(lists[a]) : body) : null
}

function answer(method, path, q, body) {
  if (path === '/setup') return { open: process.env.SETUP === '1', needsCode: true }
  if (path === '/session') { if (method === 'DELETE') return void (signedIn = false); if (method === 'POST') { if (body.password !== 'chaoxi') return problem(401, 'signInRefused', '密码不对。再错 3 次，账号锁 15 分钟。'); signedIn = true } return signedIn ? session : problem(401, 'unauthenticated', '没有登录') }
  if (path === '/session/person') { session = { ...session, person: { ...session.person, ...body } }; return session }
  return records(method, path, q, body) ?? around(method, path, q, body)
}

createServer((request, response) => {
  const url = new URL(request.url, 'http://x')
  const path = url.pathname.replace('/api/v1', '')
  if (path === '/events') { response.writeHead(200, { 'Content-Type': 'text/event-stream' }); return void response.write(': hello\n\n') }
  let text = ''
  request.on('data', (part) => (text += part))
  request.on('end', () => {
    const body = text.startsWith('{') ? JSON.parse(text) : {}
    const result = answer(request.method, path, url.searchParams, body)
    const status = result === null ? 404 : (result?.body?.status ?? (result === undefined ? 204 : 200))
    setTimeout(() => { response.writeHead(status, { 'Content-Type': 'application/json', 'Set-Cookie': 'XSRF-TOKEN=x; Path=/' }); response.end(status === 204 ? '' : JSON.stringify(result?.body ?? result ?? { status: 404, code: 'notFound' })) }, 60)
  })
}).listen(Number(process.env.PORT ?? 8099))
