/** Which page of the guide tells about the work at an address, by the first pattern that fits. */
const topics: [pattern: RegExp, page: string][] = [
  [/^\/settings\/calendar/, '工作日历'],
  [/^\/settings\/cadences/, '跟进节奏'],
  [/^\/settings\/rates/, '汇率'],
  [/^\/settings\/forms/, '网页表单'],
  [/^\/settings\/(fields|dictionaries|tags)/, '自定义字段与字典'],
  [/^\/settings\/(people|departments|roles|access)/, '谁能看见什么'],
  [/^\/(pool|settings\/pools)/, '公海'],
  [/^\/settings\/privacy/, '个人信息'],
  [/^\/settings\/tokens/, 'API与令牌'],
  [/^\/customers\/duplicates/, '查重与合并'],
  [/^\/settings\/(preferences|sessions)/, '登录与两步验证'],
  [/^\/customers\/matrix/, '客户矩阵与打法'],
  [/^\/(import|imports)(\/|$)/, '导入'],
  [/^\/downloads/, '导出'],
  [/^\/leads/, '线索'],
  [/^\/(jobs|[a-z]+\/deleted)/, '批量与撤销'],
  [/^\/(visits|settings\/visits)/, '拜访'],
  [/^\/tasks/, '任务'],
  [/^\/promises/, '承诺簿'],
  [/^\/activities/, '行动记录'],
  [/^\/$/, '一天怎么过'],
  [/^\/(customers|contacts)\/[^/]/, '客户与联系人'],
  [/^\/(customers|contacts)/, '列表视图与筛选'],
]

export const guideFor = (path: string) => topics.find(([pattern]) => pattern.test(path))?.[1] ?? '快速开始'
