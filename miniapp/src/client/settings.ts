import Taro from '@tarojs/taro';
import { create } from 'zustand';

export type Language = 'zh' | 'en';
interface Settings {
  elder: boolean;
  language: Language;
  /** The privacy notice was read and agreed to on this phone. */
  consented: boolean;
}

const key = 'settings';
const stored = (Taro.getStorageSync(key) || {}) as Partial<Settings>;

const systemLanguage = (): Language => {
  const language = process.env.TARO_ENV === 'h5' ? navigator.language : Taro.getAppBaseInfo().language;
  return language?.toLowerCase().startsWith('en') ? 'en' : 'zh';
};

export const useSettings = create<Settings>(() => ({
  elder: stored.elder ?? false,
  language: stored.language ?? systemLanguage(),
  consented: stored.consented ?? false,
}));

/** What a screen reader speaks, and how a browser breaks lines. */
const tellLanguage = ({ language }: Settings): void => {
  if (process.env.TARO_ENV === 'h5') document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};
tellLanguage(useSettings.getState());
useSettings.subscribe(tellLanguage);

export function changeSettings(changes: Partial<Settings>): void {
  useSettings.setState(changes);
  Taro.setStorageSync(key, useSettings.getState());
}
