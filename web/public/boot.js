// Sets the theme before the first paint; an outside file because the content policy allows no inline script.
const wish = localStorage.getItem('chaoxi.theme') || 'system'
const dark = wish === 'dark' || (wish === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.dataset.theme = dark ? 'dark' : 'light'
document.documentElement.lang = localStorage.getItem('chaoxi.locale') === 'en' ? 'en' : 'zh-CN'
