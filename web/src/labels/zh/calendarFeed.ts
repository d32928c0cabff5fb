export const calendarFeed = {
  title: '日历订阅',
  hint: '在手机或电脑的日历里「订阅日历」，填这里给的地址，你的待办就出现在上面。只读，改任务还在这里改。',
  since: '订阅地址 {{at}} 生成，有效',
  make: '生成订阅地址',
  made: '订阅地址',
  once: '只显示这一次。有这个地址的人都看得到你的待办，别发给别人。',
  renew: '换地址',
  renewAsk: '换一个订阅地址？',
  renewText: '原来的地址马上失效，日历里要换成新的。',
  stop: '停用',
  stopAsk: '停用日历订阅？',
  stopText: '原来的地址马上失效，日历里不再更新。',
}
