// The pages' static files: their addresses carry a hash of their content, so that they may be kept for a year.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
import { projectRoot } from '../config/root.js';

const folder = join(projectRoot, 'web', 'static');
/** Every page's styles, in the order in which they apply. */
export const styles = [
  'base.css',
  'controls.css',
  'search.css',
  'doors.css',
  'document.css',
  'reading.css',
  'report.css',
  'suggest.css',
  'wording.css',
  'charts.css',
  'targets.css',
  'take-away.css',
  'comparison.css',
  'citations.css',
  'check.css',
  'admin.css',
] as const;
const names = [
  ...styles,
  'app.js',
  'suggest.js',
  'saved.js',
  'check.js',
  'upload.js',
  'follow.js',
  'staff.js',
  'favicon.svg',
] as const;
export type AssetName = (typeof names)[number];

const hashOf = (name: AssetName): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex')
    .slice(0, 12);

const hashes = new Map<AssetName, string>();

/** The file's address; its hash is read once. */
export function asset(name: AssetName): string {
  let hash = hashes.get(name);
  if (hash === undefined) {
    hash = hashOf(name);
    hashes.set(name, hash);
  }
  return `/assets/${name}?v=${hash}`;
}

/** Serves the folder; to be mounted at /assets. */
export const assets = (): RequestHandler =>
  express.static(folder, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (response) => {
      const fresh = names.some((name) => asset(name) === response.req.originalUrl);
      response.setHeader('Cache-Control', fresh ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
