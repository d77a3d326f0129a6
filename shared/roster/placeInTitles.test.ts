import { placeInTitles } from './placeInTitles';

describe('the place in a title', () => {
  it.each([
    [['幸福家园 3号楼 住户登记表'], { building: '3', unit: '' }],
    [['幸福家园', '３号楼２单元花名册'], { building: '3', unit: '2' }],
    [['A座'], { building: 'A', unit: '' }],
    [['1-22号楼花名册'], null],
    [['1号楼、2号楼花名册'], null],
    [['2026年11月'], null],
    [[], null],
  ])('%j', (titles, place) => {
    expect(placeInTitles(titles)).toEqual(place);
  });
});
