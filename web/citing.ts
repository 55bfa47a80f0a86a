// Citations whose links lead to the pages, at the address that the service goes by.
import type { Request } from 'express';
import type { Settings } from '../config/settings.js';
import { type Citing, createCiting } from '../services/citation/citing.js';
import type { Archive } from '../services/domain/archive.js';
import { publicAddress } from '../services/public-address.js';
import { permanentHref } from './links.js';

export const originOf = (request: Request, { YANJU_PUBLIC_URL }: Pick<Settings, 'YANJU_PUBLIC_URL'>): string =>
  publicAddress(YANJU_PUBLIC_URL, { protocol: request.protocol, host: request.host });

export const citing = (archive: Pick<Archive, 'places'>, origin: string): Citing =>
  createCiting({ archive, origin, href: permanentHref });
