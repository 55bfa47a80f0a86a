import { AppError } from '../../../services/domain/errors.js';
import { damageReasons, inBoth, typeNames } from '../../../services/domain/messages/extract.js';

describe('why a file cannot be read', () => {
  it('is told in the language asked for, whichever it was kept in', () => {
    for (const reason of Object.values(damageReasons)) {
      const error = new AppError('DAMAGED', { why: inBoth(reason) });
      expect(error.message).toBe(error.in('zh'));
      expect(error.in('zh')).toContain(`：${reason.zh}。`);
      expect(error.in('en')).toContain(`: ${reason.en}.`);
    }
    const binary = new AppError('UNSUPPORTED_TYPE', { type: inBoth(typeNames.binary) });
    expect(binary.in('zh')).not.toContain(typeNames.binary.en);
    expect(binary.in('en')).not.toContain(typeNames.binary.zh);
  });

  it('stays as it is where it is of no language', () => {
    expect(new AppError('UNSUPPORTED_TYPE', { type: 'xlsx' }).in('en')).toContain('xlsx');
    expect(new AppError('DAMAGED', { why: 'a / b' }).in('zh')).toContain('a / b');
  });
});
