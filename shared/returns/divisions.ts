import { areaList } from '@vant/area-data';

/** The national divisions: a province `610000`, a city `610100`, a district `610113`. */
export function isDivision(code: string): boolean {
  return code in areaList.province_list || code in areaList.city_list || code in areaList.county_list;
}

/** `陕西省西安市雁塔区`; the parts that the code names. */
export function divisionName(code: string): string {
  const province = areaList.province_list[`${code.slice(0, 2)}0000`] ?? '';
  const city = areaList.city_list[`${code.slice(0, 4)}00`] ?? '';
  const county = areaList.county_list[code] ?? '';
  return [province, city === province ? '' : city, county].join('');
}
