import { maskName, surnameOf } from './mask';

describe('a masked name', () => {
  it('keeps the surname and never the whole name', () => {
    expect(['林小舟', '欧阳娜', '欧阳', '阿里木·买买提', 'Anna Schmidt', 'Aleksandr'].map(surnameOf)).toEqual(
      ['林', '欧阳', '欧', '阿里木', 'Anna', 'A'],
    );
    expect(maskName(surnameOf('Aleksandr'))).toBe('A**');
  });
});
