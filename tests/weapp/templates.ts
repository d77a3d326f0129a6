import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Template {
  tag: string;
  /** Attribute of the component → key in the node. */
  keys: Map<string, string>;
  events: string[];
}

const wxml = readFileSync(path.join(__dirname, '../../miniapp/dist/weapp/base.wxml'), 'utf8');
const pattern = /<template name="tmpl_\d+_(\d+)(?:_focus|_blur)?">\s*<([\w-]+)([^>]*)>/g;

/** The templates of the built bundle by node name: which component a node is, and under which keys its attributes are. */
export const templates = new Map<string, Template>(
  [...wxml.matchAll(pattern)].map(([, name, tag, attributes = '']): [string, Template] => [
    name as string,
    {
      tag: tag as string,
      keys: new Map(
        [...attributes.matchAll(/([\w-]+)="\{\{(?:xs\.b\()?i\.(\w+)/g)].map(([, attribute, key]) => [
          attribute as string,
          key as string,
        ]),
      ),
      events: [...attributes.matchAll(/(?:bind|catch)(\w+)="eh"/g)].map(([, event]) => event as string),
    },
  ]),
);
