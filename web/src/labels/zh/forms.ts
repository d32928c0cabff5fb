export const field = {
  search: '打字找',
  regionSearch: '找省、市、区',
  reveal: '查看',
  revealNote: '查看会留下记录',
  nextCell: '下一格',
  locked: '只能看，不能改',
  addFiles: '加文件',
  filesHint: '最多 {{n}} 个，每个 50 MB 以内',
  filesCount: '共 {{n}} 个',
  tooMany: '没传：一共最多 {{n}} 个',
  tooLarge: '没传：超过 50 MB',
  stillUploading: '文件还在传，传完再存',
  days: { tomorrow: '明天', friday: '本周五', twoWeeks: '两周后', none: '清掉' },
}

export const form = {
  required: '{{what}}要填',
  fix: '{{n}} 处要改，才能保存',
  kept: '{{at}} 已自动保存',
  saveAndNew: '保存，再建一条',
  maskKept: '不填就保持原样',
  moreFields: '更多字段',
  created: '已建{{what}}「{{label}}」',
  createAnyway: '仍然新建',
  like: '像已有的「{{label}}」',
  ownedBy: '，负责人 {{owner}}',
  look: '打开看',
}
