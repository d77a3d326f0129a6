export default defineAppConfig({
  pages: ['entry/signIn/index', 'resident/home/index', 'resident/declare/index', 'resident/myDays/index'],
  subPackages: [
    { root: 'worker', pages: ['list/index', 'verify/index'] },
    { root: 'office', pages: ['desk/index'] },
  ],
  window: {
    navigationBarBackgroundColor: '#FAF6F0',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '暖邻',
    backgroundColor: '#FAF6F0',
  },
  lazyCodeLoading: 'requiredComponents',
});
