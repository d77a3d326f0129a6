import type { IPluginContext } from '@tarojs/service';
import { require as load } from 'tsx/cjs/api';

// Taro compiles the files of this folder only.
const { spokenAttributes } = load(
  '../src/parts/spokenAttributes.ts',
  __filename,
) as typeof import('../src/parts/spokenAttributes');

interface Platform {
  template?: { mergeComponents(ctx: IPluginContext, components: object): void };
}

/** Lets the templates of the mini-program carry role and name. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }: Platform) => template?.mergeComponents(ctx, spokenAttributes),
  });
};
