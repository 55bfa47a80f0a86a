// What a browser remembers for a reader, in cookies: the region that they live in, and the door that they came through.
import type { Request, Response } from 'express';
import { type Region, regionByCode, resolveRegion } from '../services/regions/regions.js';

export type Door = 'public' | 'staff';

const yearInMs = 365 * 24 * 3600 * 1000;
const kept = { path: '/', sameSite: 'lax', httpOnly: true } as const;
const regionCookie = /(?:^|;)\s*yanju-region=(\d{1,6})\s*(?:;|$)/;
const doorCookie = /(?:^|;)\s*yanju-door=staff\s*(?:;|$)/;

/** Codes alone are kept, so that whatever a cookie holds, only a region's name comes out of it. */
export const rememberedRegion = (request: Request): Region | null =>
  regionByCode(regionCookie.exec(request.headers.cookie ?? '')?.[1] ?? '');

/** Remembers a region by its name, forgets it for an empty one; a name that means none changes nothing. */
export function rememberRegion(response: Response, name: string): void {
  const region = resolveRegion(name);
  if (name.trim() === '') response.clearCookie('yanju-region', kept);
  else if (region) response.cookie('yanju-region', region.code, { ...kept, maxAge: yearInMs });
}

export const rememberedDoor = (request: Request): Door =>
  doorCookie.test(request.headers.cookie ?? '') ? 'staff' : 'public';

/** Until the browser is closed: a question asked beside a document comes back to the door that led there. */
export function rememberDoor(request: Request, response: Response, door: Door): void {
  if (rememberedDoor(request) === door) return;
  if (door === 'staff') response.cookie('yanju-door', 'staff', kept);
  else response.clearCookie('yanju-door', kept);
}
