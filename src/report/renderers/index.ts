/** All formats. To add one: a file in this folder, and its line here; help, types and tests follow. */
import type { Renderer } from '../renderer.ts';
import type { AssetReader } from '../template.ts';
import { csv } from './csv.ts';
import { htmlRenderer } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { type SarifOptions, sarifRenderer } from './sarif.ts';

/** What can be chosen about formats, each format by its own options. */
export type FormatOptions = SarifOptions;

/** Makes a renderer; templates come from what is handed in, since reports open no files. */
export type MakeRenderer = (read: AssetReader, options?: FormatOptions) => Renderer;

export interface Renderers {
  readonly [format: string]: MakeRenderer;
}

export const RENDERERS = {
  html: htmlRenderer,
  json: () => json,
  sarif: (_read: AssetReader, options?: FormatOptions) => sarifRenderer(options),
  csv: () => csv,
  junit: () => junit,
  md: () => markdown,
} as const satisfies Renderers;
