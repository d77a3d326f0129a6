import { table, useWords } from '@/words';

const words = table(
  {
    title: '给地址落位',
    said: '登记时说的地址',
    how: '这个地址在花名册里吗',
    listed: '在，是已有的门牌',
    made: '不在，新建一个门牌',
    door: '门牌，如 3-2-501',
    noDoor: (door: string) => `花名册里没有 ${door}，请核对楼栋、单元和房号`,
    save: '就放在这里',
  },
  {
    title: 'Place an address',
    said: 'The address as it was given',
    how: 'Is it in the roster',
    listed: 'Yes, a door that is there',
    made: 'No, make a new door',
    door: 'Door, such as 3-2-501',
    noDoor: (door: string) => `${door} is not in the roster; check building, unit and room`,
    save: 'Place it here',
  },
);
export const usePlaceWords = () => useWords(words);
