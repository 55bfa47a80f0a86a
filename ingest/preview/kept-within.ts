// Keeps what was used last, within a number of bytes.
export interface Kept<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
}

export function keptWithin<T>(mostBytes: number, sizeOf: (value: T) => number): Kept<T> {
  const held = new Map<string, T>(); // in order of use: the first was used longest ago
  let bytes = 0;
  const drop = (name: string): void => {
    const value = held.get(name);
    if (value !== undefined) bytes -= sizeOf(value);
    held.delete(name);
  };
  return {
    get(name) {
      const value = held.get(name);
      if (value !== undefined) {
        held.delete(name);
        held.set(name, value);
      }
      return value;
    },
    set(name, value) {
      drop(name);
      if (sizeOf(value) > mostBytes) return;
      held.set(name, value);
      bytes += sizeOf(value);
      for (const oldest of held.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}
