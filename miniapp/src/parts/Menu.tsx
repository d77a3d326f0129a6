import { View } from '@tarojs/components';
import { open, type PageUrl } from '@/client/navigate';
import { Card, Line } from './basics';
import { Icon } from './Icon';
import type { IconName } from './icons';

export interface MenuEntry {
  page: PageUrl;
  icon: IconName;
  label: string;
}

/** Where one can go from here, a line each. */
export const Menu = ({ entries }: { entries: MenuEntry[] }) => (
  <Card>
    {entries.map(({ page, icon, label }) => (
      <Line
        key={page}
        label={
          <View className="row">
            <Icon name={icon} />
            {label}
          </View>
        }
        onTap={() => open(page)}
      />
    ))}
  </Card>
);
