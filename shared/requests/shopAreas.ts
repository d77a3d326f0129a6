import type { Words } from './fields';

/** Where things stand in a shop, and the shops beside it, in the order of the way through them. */
export const shopAreas = {
  vegetables: { zh: '蔬菜', en: 'Vegetables' },
  fruit: { zh: '水果', en: 'Fruit' },
  meatFish: { zh: '肉和鱼', en: 'Meat and fish' },
  eggsMilk: { zh: '蛋和奶', en: 'Eggs and milk' },
  staples: { zh: '米面粮油', en: 'Rice, flour, oil' },
  seasoning: { zh: '调料', en: 'Seasoning' },
  daily: { zh: '日用品', en: 'Household goods' },
  other: { zh: '别的', en: 'Other things' },
  pharmacy: { zh: '药店', en: 'Pharmacy' },
  waterStation: { zh: '水站', en: 'Water' },
  gasStation: { zh: '燃气', en: 'Gas' },
} as const satisfies Record<string, Words>;
export type ShopArea = keyof typeof shopAreas;
export const shopAreaNames = Object.keys(shopAreas) as [ShopArea, ...ShopArea[]];

/** What stands on the shopping list of a kind: the names of its fields. */
export interface Shopping {
  area: ShopArea | 'byItem';
  /** The rows that are a line each; without them the whole errand is one. */
  rows?: string;
  /** What a line is called; without it, or left empty, like the kind. */
  item?: string;
  /** What has to be the same as well, so that two lines are one. */
  more?: string;
  /** How many; one without it. */
  quantity?: string;
  /** In what the household counts it. */
  unit?: string;
  /** In what it is always counted. */
  counts?: Words;
}
