/** A tenant in which everybody is asked for a second factor, as Microsoft Graph tells it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RawSignInPolicy } from '../../src/estate/raw.ts';

const file = fileURLToPath(new URL('../collect/sign-in/policy.json', import.meta.url));
const SOUND = JSON.parse(readFileSync(file, 'utf8')) as RawSignInPolicy['conditionalAccess'][number];

export const soundSignIn: RawSignInPolicy = { securityDefaults: { isEnabled: false }, conditionalAccess: [SOUND] };
