import type { IPluginContext } from '@tarojs/service';

/** What a screen reader is told (WeChat, base library 2.7.1); Taro's templates leave it out. */
const spoken = {
  'aria-role': '',
  'aria-label': '',
  'aria-checked': '',
  'aria-live': '',
  'aria-hidden': 'false',
};

interface Platform {
  template?: { mergeComponents(ctx: IPluginContext, components: object): void };
}

/** Lets a View of the mini-program carry its role and name. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }: Platform) =>
      template?.mergeComponents(ctx, { View: asValues(spoken), Input: asValues({ 'aria-label': '' }) }),
  });
};

/** Defaults as the template writes them: a quoted text, or a bare value. */
const asValues = (defaults: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, value || "''"]));
