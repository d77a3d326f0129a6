import { table, useWords } from '@/words';

const words = table(
  {
    title: '打印登记二维码',
    size: '纸张',
    sizes: { a5: 'A5 门贴', a4: 'A4 大门、公告栏' },
    building: '贴在哪栋楼',
    all: '整个社区',
    buildingOf: (estate: string, building: string) => `${estate} ${building}号楼`,
    print: '打印',
    onlyBrowser: '请在电脑浏览器里打开社区办公室再打印',
    head: '从外地回来，请扫码登记',
    steps: '用手机扫一扫，填好提交。网格员会打电话给您。',
    noPhone: '没有手机、不会扫码，请打电话：',
    code: (building: string) => `登记二维码 ${building}`,
  },
  {
    title: 'Print the QR notice',
    size: 'Paper',
    sizes: { a5: 'A5 for doors', a4: 'A4 for gates and boards' },
    building: 'For which building',
    all: 'The whole community',
    buildingOf: (estate: string, building: string) => `${estate} building ${building}`,
    print: 'Print',
    onlyBrowser: 'Open the office in a browser on a computer to print',
    head: 'Back from elsewhere? Scan to register',
    steps: 'Scan with the phone, fill in, send. The grid worker will call you.',
    noPhone: 'No phone? Please call:',
    code: (building: string) => `Code to register, ${building}`,
  },
);
export const usePosterWords = () => useWords(words);
