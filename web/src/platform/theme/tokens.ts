import { theme, type ThemeConfig } from 'antd'

const light = {
  brand: '#0958d9',
  link: '#0958d9',
  hoverBrand: '#0a4cba',
  ink: '#1b2430',
  ink2: '#4a5565',
  ink3: '#616c80',
  ctl: '#cfd5de',
  field: '#8b95a5',
  line: '#e4e7ec',
  line2: '#eef0f3',
  canvas: '#f6f7f9',
  panel: '#ffffff',
  elevated: '#ffffff',
  head: '#f8f9fb',
  hover: '#f5f7fa',
  weak: '#eaf2ff',
  ok: '#17723e',
  warn: '#b86e00',
  bad: '#c7261a',
  float: '0 6px 24px rgba(16,24,40,.14), 0 1px 3px rgba(16,24,40,.08)',
}
const dark: typeof light = {
  brand: '#2a6ae0',
  link: '#85b4ff',
  hoverBrand: '#2460cc',
  ink: '#e7ebf1',
  ink2: '#b3bcc9',
  ink3: '#919cad',
  ctl: '#3b4554',
  field: '#6d7889',
  line: '#2b3340',
  line2: '#212833',
  canvas: '#0e1218',
  panel: '#151a22',
  elevated: '#1c232d',
  head: '#191f29',
  hover: '#1b222d',
  weak: '#17273f',
  ok: '#3fae70',
  warn: '#e0a040',
  bad: '#e5534b',
  float: '0 8px 28px rgba(0,0,0,.5)',
}

const mouse = { controlHeight: 32, controlHeightSM: 26 }
const finger = { controlHeight: 44, controlHeightSM: 44, controlHeightLG: 48 }

function seeds(c: typeof light): ThemeConfig['token'] {
  return {
    colorPrimary: c.brand,
    colorInfo: c.brand,
    colorLink: c.link,
    colorLinkHover: c.link,
    colorLinkActive: c.link,
    colorPrimaryHover: c.hoverBrand,
    colorSuccess: c.ok,
    colorWarning: c.warn,
    colorError: c.bad,
    colorHighlight: c.link,
    colorText: c.ink,
    colorTextSecondary: c.ink2,
    colorTextTertiary: c.ink3,
    colorTextQuaternary: c.ink3,
    colorTextPlaceholder: c.ink3,
    colorTextDescription: c.ink3,
    colorIcon: c.ink3,
    colorBorder: c.ctl,
    colorBorderSecondary: c.line,
    colorSplit: c.line2,
    colorBgLayout: c.canvas,
    colorBgContainer: c.panel,
    colorBgElevated: c.elevated,
    boxShadow: c.float,
    boxShadowSecondary: c.float,
    fontFamily: 'var(--font)',
    fontSize: 14,
    borderRadius: 6,
    borderRadiusLG: 8,
    borderRadiusSM: 6,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.15s',
  }
}

/** 44 px where antd reckons with something else than the height of controls. */
const fingerParts = ({ Tabs, DatePicker }: NonNullable<ThemeConfig['components']>) => ({
  Tabs: { ...Tabs, horizontalItemPaddingSM: '12px 0' },
  DatePicker: { ...DatePicker, cellWidth: 44, cellHeight: 44 },
})

function parts(c: typeof light, isDark: boolean): NonNullable<ThemeConfig['components']> {
  const field = { colorBorder: c.field }
  const noShadow = { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' }
  return {
    Input: field,
    InputNumber: field,
    Select: { ...field, optionSelectedBg: c.weak },
    DatePicker: field,
    Checkbox: field,
    Radio: field,
    Cascader: field,
    Button: { ...noShadow, contentFontSizeSM: 13, ...(isDark && { colorPrimary: c.brand }) },
    Tabs: {
      horizontalItemGutter: 22,
      titleFontSize: 13,
      titleFontSizeSM: 13,
      inkBarColor: c.brand,
      itemSelectedColor: c.ink,
    },
    Table: {
      headerBg: c.head,
      headerColor: c.ink2,
      rowHoverBg: c.hover,
      rowSelectedBg: c.weak,
      rowSelectedHoverBg: c.weak,
      borderColor: c.line2,
      cellFontSizeSM: 13,
      cellPaddingBlockSM: 7,
      cellPaddingInlineSM: 10,
      headerSplitColor: 'transparent',
      headerBorderRadius: 0,
    },
    Form: { labelColor: c.ink, ...(isDark && { colorError: '#ff9389', colorWarning: '#f0b860' }) },
    Modal: { titleFontSize: 16 },
    Segmented: { itemSelectedColor: c.ink },
  }
}

export function antdTheme(isDark: boolean, touch: boolean, still: boolean): ThemeConfig {
  const colours = isDark ? dark : light
  const components = parts(colours, isDark)
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...seeds(colours), ...(touch ? finger : mouse), motion: !still },
    components: touch ? { ...components, ...fingerParts(components) } : components,
    hashed: false,
  }
}
