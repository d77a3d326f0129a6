// The oldest that read ES2018. For older ones every spread is written out, and with it whole libraries are kept.
const targets = { chrome: '64', ios: '12' };

module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets }]] };
