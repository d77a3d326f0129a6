import { templates } from './templates';

/** A node as Taro hands it to the view layer. */
export interface Tree {
  sid?: string;
  uid?: string;
  /** Name of its template. */
  nn?: string;
  cl?: string;
  /** Text. */
  v?: string;
  cn: Tree[];
  [key: string]: unknown;
}

/** What a person sees of a page. */
export class TreeView {
  constructor(private readonly root: Tree) {}

  get text(): string {
    return textOf(this.root);
  }

  /** Whether something of this class is there. */
  has(className: string): boolean {
    return walk(this.root).some((node) => hasClass(node, className));
  }

  /** What is shown with exactly this text and listens to a tap; the last one. */
  tappable(text: string): Tree | undefined {
    return walk(this.root)
      .filter((node) => hears(node, 'tap') && hasClass(node, 'tap') && textOf(node) === text)
      .pop();
  }

  /** Inputs and pickers of the field with this label. */
  controls(label: string): Tree[] {
    const field = walk(this.root)
      .filter((node) => hasClass(node, 'field') && textOf(childrenOf(node)[0]) === label)
      .pop();
    return field ? walk(field).filter((node) => ['input', 'picker'].includes(tagOf(node))) : [];
  }
}

export const tagOf = (node: Tree): string => templates.get(String(node.nn))?.tag ?? '';

/** An attribute of the component, such as the range of a picker. */
export const attributeOf = (node: Tree, name: string): unknown =>
  node[templates.get(String(node.nn))?.keys.get(name) ?? ''];

const hears = (node: Tree, event: string): boolean =>
  templates.get(String(node.nn))?.events.includes(event) ?? false;
const hasClass = (node: Tree, name: string): boolean => (node.cl ?? '').split(' ').includes(name);
const childrenOf = (node: Tree): Tree[] => Object.values(node.cn ?? []);
const walk = (node: Tree): Tree[] => [node, ...childrenOf(node).flatMap(walk)];
const textOf = (node: Tree | undefined): string =>
  node
    ? walk(node)
        .map(({ v }) => v ?? '')
        .join('')
    : '';
