export default defineAppConfig({
  pages: [
    'entry/signIn/index',
    'entry/outbox/index',
    'resident/home/index',
    'resident/declare/index',
    'resident/declared/index',
    'resident/correct/index',
    'resident/myDays/index',
  ],
  subPackages: [
    { root: 'resident/mine', pages: ['index', 'bind/index', 'mandates/index', 'accessLog/index'] },
    { root: 'demo', pages: ['index'] },
    {
      root: 'worker',
      pages: [
        'list/index',
        'verify/index',
        'correct/index',
        'invite/index',
        'residents/index',
        'resident/index',
        'corrections/index',
        'building/index',
        'absence/index',
      ],
    },
    {
      root: 'office',
      pages: [
        'desk/index',
        'roster/index',
        'grids/index',
        'grid/index',
        'responsible/index',
        'absence/index',
      ],
    },
  ],
  window: {
    navigationBarBackgroundColor: '#FAF6F0',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '暖邻',
    backgroundColor: '#FAF6F0',
  },
  // In a browser only: a page that slides away still answers for its words and buttons.
  ...(process.env.TARO_ENV === 'h5' && { animation: false }),
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
});
