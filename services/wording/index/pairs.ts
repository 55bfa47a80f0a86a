// The pairs of characters of a segment while it is built: a number for each, and how many bytes its places will take.

export interface Pairs {
  /** The pair's number; `place` must grow from call to call. */
  add(first: number, second: number, place: number): number;
  /** The pairs in order, the rank of each by its number, and where the bytes of each rank start (one more: their end). */
  sorted(): { keys: Uint32Array; rankOf: Uint32Array; offsets: Uint32Array };
}

const sizeOf = (distance: number): number =>
  distance < 1 << 7 ? 1 : distance < 1 << 14 ? 2 : distance < 1 << 21 ? 3 : distance < 1 << 28 ? 4 : 5;

export function createPairs(): Pairs {
  let slots = new Uint32Array(1 << 16); // key of a slot; 0 is free: no text in normal form holds NUL
  let numbers = new Uint32Array(1 << 16);
  let keys = new Uint32Array(1 << 15);
  let last = new Uint32Array(1 << 15);
  let bytes = new Uint32Array(1 << 15);
  let count = 0;

  const slotOf = (key: number): number => {
    const mask = slots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (slots[slot] !== 0 && slots[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const doubled = (list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
    const larger = new Uint32Array(list.length * 2);
    larger.set(list);
    return larger;
  };
  function grow(): void {
    [keys, last, bytes] = [doubled(keys), doubled(last), doubled(bytes)];
    slots = new Uint32Array(slots.length * 2);
    numbers = new Uint32Array(slots.length);
    for (let i = 0; i < count; i++) {
      const slot = slotOf(keys[i]!); // in bounds
      slots[slot] = keys[i]!;
      numbers[slot] = i;
    }
  }

  return {
    add(first, second, place) {
      const key = ((first << 16) | second) >>> 0;
      let slot = slotOf(key);
      if (slots[slot] === 0) {
        if (count === keys.length) {
          grow();
          slot = slotOf(key);
        }
        slots[slot] = key;
        numbers[slot] = count;
        keys[count++] = key;
      }
      const number = numbers[slot]!; // in bounds
      bytes[number]! += sizeOf(place - last[number]!);
      last[number] = place;
      return number;
    },
    sorted() {
      const ordered = keys.slice(0, count).sort();
      const rankOf = new Uint32Array(count);
      const offsets = new Uint32Array(count + 1);
      ordered.forEach((key, rank) => {
        const number = numbers[slotOf(key)]!; // it was added
        rankOf[number] = rank;
        offsets[rank + 1] = offsets[rank]! + bytes[number]!;
      });
      return { keys: ordered, rankOf, offsets };
    },
  };
}
