import { View } from '@tarojs/components';
import { spoken } from './spoken';

const rows = [4, 22, 40, 58, 76, 94];
const columns = [-6, 48];

/** Over a list of people: a picture of the screen says whose screen it was. */
export const Watermark = ({ text }: { text: string }) => (
  <View className="watermark" {...spoken({ isHidden: true })}>
    {rows.map((top) =>
      columns.map((left) => (
        <View key={`${top} ${left}`} className="mark" style={{ top: `${top}%`, left: `${left}%` }}>
          {text}
        </View>
      )),
    )}
  </View>
);
