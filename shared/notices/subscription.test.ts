import { askedResultOf } from './subscription';

describe('what WeChat’s dialog answers', () => {
  it('is a yes also where it rings as well; what is none counts as a no', () => {
    const yes = ['accept', 'acceptWithAudio', 'acceptWithAlert', 'acceptWithForcePush'];
    expect(yes.map(askedResultOf)).toEqual(yes.map(() => 'accept'));
    expect(['reject', 'ban', 'filter', 'unheard'].map(askedResultOf)).toEqual([
      ...['reject', 'ban', 'filter', 'reject'],
    ]);
  });
});
