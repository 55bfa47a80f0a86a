import { hostname } from 'node:os';
import { stillHolds } from '../../../services/process/holder.js';

const here = hostname();

test('a process on this machine holds while it lives and is heard of; a number that came back is another process', () => {
  const now = Date.now();
  expect(stillHolds({ host: here, pid: process.pid, heardAt: now })).toBe(true);
  expect(stillHolds({ host: here, pid: process.ppid, heardAt: now })).toBe(true);
  expect(stillHolds({ host: here, pid: 999_999_999, heardAt: now })).toBe(false);
  // as in a container that is started again: the same pid, of a process that was heard of before this one began
  expect(stillHolds({ host: here, pid: process.pid, heardAt: now - process.uptime() * 1000 - 1000 })).toBe(false);
  expect(stillHolds({ host: here, pid: process.ppid, heardAt: now - 3_600_000 })).toBe(false);
});

test('one on another machine holds for as long as it was heard of lately', () => {
  expect(stillHolds({ host: 'another', pid: 1, heardAt: Date.now() - 5_000 })).toBe(true);
  expect(stillHolds({ host: 'another', pid: process.pid, heardAt: Date.now() - 60_000 })).toBe(false);
});
