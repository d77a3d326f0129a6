import { eventually } from '../kit/eventually';
import type { Phone } from './phone';
import { attributeOf, type Tree, tagOf } from './tree';

/** Somebody who uses the phone: finds things by their words, as they are on the screen. */
export class Owner {
  constructor(private readonly phone: Phone) {}

  async taps(words: string): Promise<void> {
    const target = await this.finds(words, () => this.phone.view.tappable(words));
    // What can be tapped is also spoken as such.
    expect(attributeOf(target, 'aria-role')).toBe('button');
    this.phone.send('tap', target);
  }

  /** The button that hands WeChat’s own consent over. */
  async agrees(words: string): Promise<void> {
    const button = await this.finds(words, () => this.phone.view.tappable(words));
    expect(attributeOf(button, 'open-type')).toBe('agreePrivacyAuthorization');
    this.phone.send('agreeprivacyauthorization', button);
  }

  async types(label: string, value: string): Promise<void> {
    const input = await this.finds(label, () => this.phone.view.controls(label)[0]);
    expect(tagOf(input)).toBe('input');
    this.phone.send('input', input, { value });
  }

  /** One of a picker’s range, by its words or its place. */
  async chooses(label: string, option: string | number): Promise<void> {
    const at = (node: Tree) => (typeof option === 'number' ? option : rangeOf(node).indexOf(option));
    const picker = await this.finds(`${label}: ${option}`, () =>
      this.phone.view.controls(label).find((node) => rangeOf(node)[at(node)] !== undefined),
    );
    this.phone.send('change', picker, { value: at(picker) });
  }

  async picksTime(label: string, day: string, time: string): Promise<void> {
    for (const [at, value] of [day, time].entries())
      this.phone.send('change', await this.finds(label, () => this.phone.view.controls(label)[at]), {
        value,
      });
  }

  async sees(words: string): Promise<void> {
    await this.finds(words, () => this.phone.view.text.includes(words) || undefined);
  }

  private async finds<T>(what: string, look: () => T | undefined): Promise<T> {
    const found = await eventually(look, (seen) => seen !== undefined, 8000).catch(() => {
      throw new Error(`"${what}" is not on ${this.phone.route}: ${this.phone.view.text.slice(0, 600)}`);
    });
    return found as T;
  }
}

const rangeOf = (picker: Tree): string[] => (attributeOf(picker, 'range') as string[] | undefined) ?? [];
