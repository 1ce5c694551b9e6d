import { theme as antd, type ThemeConfig } from 'antd'
import type { Density } from './settings'

const LIGHT = {
  colorPrimary: '#1258c4', colorLink: '#1258c4', colorInfo: '#1258c4', colorSuccess: '#15803d', colorWarning: '#b45309', colorError: '#b91c1c',
  colorBgLayout: '#f6f7f9', colorBgContainer: '#ffffff', colorBgElevated: '#ffffff', colorBorder: '#c9ced6', colorBorderSecondary: '#e5e7eb',
  colorText: '#111827', colorTextSecondary: '#4b5563', colorTextDescription: 'rgba(0,0,0,.62)', colorTextTertiary: 'rgba(0,0,0,.6)',
  colorTextPlaceholder: '#6b7280', colorTextDisabled: '#6b7280',
}

const DARK = {
  colorPrimary: '#3c89e8', colorLink: '#7aaeff', colorInfo: '#3c89e8', colorSuccess: '#4ade80', colorWarning: '#fbbf24', colorError: '#ff8c8c',
  colorBgLayout: '#0f1115', colorBgContainer: '#171a21', colorBgElevated: '#1d212a', colorBorder: '#3a4150', colorBorderSecondary: '#2a2f3a',
  colorText: '#e6e8ec', colorTextSecondary: '#b3b9c4', colorTextDescription: 'rgba(255,255,255,.65)', colorTextTertiary: 'rgba(255,255,255,.62)',
  colorTextPlaceholder: '#8f97a5', colorTextDisabled: '#8f97a5',
}

/** White on them reads at 4.5 and more in every state; a finger leaves the hovered one behind. */
const LIGHT_BUTTON = { colorPrimaryHover: '#1f66d0', colorPrimaryActive: '#0d459c' }
const DARK_BUTTON = { colorPrimary: '#1f6fd6', colorPrimaryHover: '#2572d6', colorPrimaryActive: '#1a63c2' }

const HEIGHT: Record<Density, number> = { compact: 28, middle: 32, comfortable: 36 }

/** Script faces by language, so that Traditional text gets Traditional glyphs. */
export function fontFamily(language: string): string {
  const script = language === 'zh-TW'
    ? '"PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC"'
    : '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC"'
  return `-apple-system, BlinkMacSystemFont, "Segoe UI", ${script}, sans-serif`
}

export function antdTheme(shown: 'light' | 'dark', density: Density, language: string): ThemeConfig {
  const dark = shown === 'dark'
  return {
    zeroRuntime: true,
    hashed: false,
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: fontFamily(language), fontSize: 14, controlHeight: HEIGHT[density],
      borderRadius: 6, borderRadiusSM: 6, borderRadiusLG: 10,
      motionDurationFast: '0.12s', motionDurationMid: '0.15s', motionDurationSlow: '0.18s',
    },
    components: {
      ...(dark && { Dropdown: { colorPrimary: '#9cc2ff', controlItemBgActive: '#1a2a44', controlItemBgActiveHover: '#1f3355' } }),
      Tabs: dark ? { itemSelectedColor: '#9cc2ff' } : {},
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', ...(dark ? DARK_BUTTON : LIGHT_BUTTON) },
    },
  }
}
