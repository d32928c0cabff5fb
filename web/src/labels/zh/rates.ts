export const rates = {
  currency: '币种',
  rate: '汇率',
  worth: '1 单位合 {{currency}}',
  from: '从哪天起',
  history: '以前的汇率',
  earlier: '更早',
  today: '今天按它',
  coming: '没到日子',
  removed: '{{currency}} {{day}} 起的汇率删了',
  none: '还没有汇率',
  noneHint: '有外币金额时在上面加一条：1 美元合多少 {{currency}}，从哪天起。列表的合计就能算到一起。',
  note: '一条汇率从那天起一直用，到下一条为止。改了公司的币种，原来的汇率留着不用。',
}
