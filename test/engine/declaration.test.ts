/** A vault may say which file of a repository declares it; whatever else its tags hold is no place. */
import { describe, expect, test } from 'vitest';
import { declarationOf } from '../../src/engine/declaration.ts';
import { Gap } from '../../src/model/gap.ts';

const vault = (tags: unknown) => ({
  record: 'resource' as const,
  kind: 'azure.vault',
  id: '/subscriptions/s/vaults/kv',
  name: 'kv',
  host: 'kv.vault.azure.net',
  facts: { tags },
  sources: {},
});

describe('a vault is declared', () => {
  test.each<[string, object, object]>([
    ['in a file', { 'vp-source': 'infra/kv.bicep' }, { file: 'infra/kv.bicep', tag: 'vp-source' }],
    ['at a line', { 'vp-source': 'infra/kv.bicep:12' }, { file: 'infra/kv.bicep', line: 12, tag: 'vp-source' }],
    ['at a line as GitHub links it', { 'vp-source': 'kv.tf#L7' }, { file: 'kv.tf', line: 7, tag: 'vp-source' }],
    ['where Yor found it', { git_file: 'terraform/main.tf' }, { file: 'terraform/main.tf', tag: 'git_file' }],
    ['by our tag before any other', { git_file: 'b.tf', 'vp-source': 'a.tf' }, { file: 'a.tf', tag: 'vp-source' }],
    ['by the other when ours names no file', { git_file: 'b.tf', 'vp-source': '' }, { file: 'b.tf', tag: 'git_file' }],
    ['whatever the letter case of the tag', { 'VP-Source': 'a.tf' }, { file: 'a.tf', tag: 'vp-source' }],
    ['in a folder with a blank', { 'vp-source': ' key vaults/a.tf ' }, { file: 'key vaults/a.tf', tag: 'vp-source' }],
  ])('%s', (_, tags, location) => expect(declarationOf(vault(tags))).toEqual(location));
});

describe('no file of a repository is', () => {
  test.each([
    '',
    ' ',
    '/etc/passwd',
    '../secrets.tf',
    'infra/../../x.tf',
    './a.tf',
    'a//b.tf',
    'infra/',
    String.raw`C:\kv.tf`,
    String.raw`infra\kv.tf`,
    'https://example.org/kv.tf',
    'javascript:alert(1)',
    'kv.tf:0',
    'kv.tf:12345678',
    'kv\u202E.tf',
    'kv\n.tf',
    '\uD800.tf',
  ])('%j', (value) => expect(declarationOf(vault({ 'vp-source': value, git_file: value }))).toBeUndefined());

  test.each([
    ['tags that nobody could read', Gap.of('forbidden')],
    ['no tags', {}],
    ['tags that are no texts', { 'vp-source': { file: 'a.tf' }, git_file: 7 }],
    ['nothing told of tags', undefined],
  ])('%s', (_, tags) => expect(declarationOf(vault(tags))).toBeUndefined());
});
