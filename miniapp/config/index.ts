import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { OfflinePlugin } from './offline/OfflinePlugin';
import { routesOfContracts } from './routes';
import { tokensAsSass } from './sass';

const root = path.resolve(__dirname, '../..');
const modules = [
  '@tanstack',
  '@noble',
  'uqr',
  'zod',
  'zustand',
  'dayjs',
  'query-string',
  'decode-uri-component',
  'split-on-first',
  'filter-obj',
];
// Compiled like our own sources: WeChat and old phones read no newer syntax.
const include = [
  path.join(root, 'shared'),
  ...modules.map((name) => path.join(root, 'node_modules', name) + path.sep),
];

export default defineConfig({
  projectName: 'nuanlin',
  date: '2026-11-01',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  plugins: [path.resolve(__dirname, 'ariaPlugin.ts')],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  defineConstants: {
    TARO_APP_API: JSON.stringify(process.env.TARO_APP_API ?? 'https://nuanlin.example'),
    TARO_APP_ROUTES: JSON.stringify(routesOfContracts()),
  },
  alias: { '@': path.resolve(__dirname, '../src'), '@shared': path.join(root, 'shared') },
  sass: { data: tokensAsSass() },
  // Chinese as it is: escaped it takes twice the room of the package.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: { compile: { include }, postcss: { pxtransform: { enable: true, config: {} } } },
  h5: {
    compile: { include },
    publicPath: '/',
    staticDirectory: 'static',
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
      ignoreOrder: true,
    },
    router: { mode: 'hash' },
    webpackChain: (chain) => {
      // What several pages share is fetched once, not with each of them.
      const shared = { name: 'shared', chunks: 'async', minChunks: 2, enforce: true };
      // The first page does not wait for what only staff and long forms share.
      const later = {
        ...shared,
        name: 'sharedLater',
        test: /src[\\/](worker|office|staff|absence|mandates|residents|worklist|requests|readings|health|demo|returns)[\\/]|[\\/](uqr|zod|@vant|i18n-iso-countries)[\\/]/,
        priority: 10,
      };
      chain.optimization.splitChunks({ cacheGroups: { shared, later } });
      if (process.env.NODE_ENV === 'production') chain.plugin('offline').use(OfflinePlugin);
    },
    postcss: { autoprefixer: { enable: true, config: {} } },
  },
});
