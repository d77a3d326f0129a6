/**
 * What a screen reader is told (WeChat, base library 2.7.1) and Taro leaves out. The build writes it into the templates
 * (config/ariaPlugin.ts) and the program into the names it sends (app.tsx): both number the attributes, so both need it.
 * Defaults as a template writes them: a quoted text, or a bare value.
 */
export const spokenAttributes = {
  View: {
    'aria-role': "''",
    'aria-label': "''",
    'aria-checked': "''",
    'aria-live': "''",
    'aria-hidden': 'false',
  },
  Input: { 'aria-label': "''" },
};
