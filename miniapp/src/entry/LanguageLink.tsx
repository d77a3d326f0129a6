import { changeSettings, useSettings } from '@/client/settings';
import { Link } from '@/parts';

/** To the other language, in the words of that language. */
export function LanguageLink() {
  const language = useSettings((settings) => settings.language);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Link label={other === 'zh' ? '中文' : 'English'} onTap={() => changeSettings({ language: other })} />
  );
}
