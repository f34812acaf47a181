import { describe, expect, test } from 'vitest';
import { explain } from '../src/explain.ts';

describe('an error of the system says what to do', () => {
  test.each([
    ['ENOSPC', /Free some room/],
    ['EDQUOT', /Free some room/],
    ['EFBIG', /ulimit -f/],
    ['EROFS', /another folder/],
    ['EIO', /choose another/],
  ])('%s', (code, words) => {
    const text = explain(Object.assign(new Error(`${code}: told by the system, write`), { code }), false);
    expect(text).toMatch(words);
    expect(text).not.toContain('mistake in vault-posture');
  });
});
