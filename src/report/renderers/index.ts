/** All formats. To add one: a file in this folder, and its line here; help, types and tests follow. */
import type { Renderer } from '../renderer.ts';
import type { AssetReader } from '../template.ts';
import { htmlRenderer } from './html.ts';
import { json } from './json.ts';

/** Makes a renderer; templates come from what is handed in, since reports open no files. */
export type MakeRenderer = (read: AssetReader) => Renderer;

export const RENDERERS = {
  html: htmlRenderer,
  json: () => json,
} as const satisfies Record<string, MakeRenderer>;

export type Format = keyof typeof RENDERERS;

export const FORMATS = Object.keys(RENDERERS) as readonly Format[];
