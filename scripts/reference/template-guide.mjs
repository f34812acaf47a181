// What each template of the HTML report asks for, read from the templates themselves.
import handlebars from 'handlebars';

/** @typedef {{ shown?: boolean, asked?: boolean, item?: Asked, filled?: string, members: Map<string, Asked> }} Asked */

/** @param {ReadonlyMap<string, string>} texts */
export function templateGuide(texts) {
  const sections = [...texts].map(([name, text]) => section(name, handlebars.parse(text)));
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}

const INTRODUCTION = `<!-- Generated from reports/html/*.hbs by npm run generate. -->
# Templates of the HTML report

The page is put together from the templates in \`reports/html/\`. Each is filled with plain data, made by the file in
\`src/report/views/\` that its first line names. Below stands what each asks for; what it asks for it has to be given, or
rendering throws.

- **text** is escaped and made visible when it is shown: a view hands on what the estate says, as it is.
- **yes or no** is only asked about. **text, if there is any** is \`null\` where there is none.
- \`<!--part:NAME-->\` marks where the renderer writes something long in pieces (\`src/report/renderers/html.ts\`).
- Templates have the built-in helpers \`if\`, \`unless\`, \`each\` and \`with\`, and no others. \`{{{\` and \`{{&\` are refused by a test.
- There are no \`style\` attributes and no scripts: the page's policy would block them. Bars and charts are SVG.

After a change run \`npm run generate\`: it compiles the templates into \`src/report/precompiled.ts\` and writes this page.
The program itself never compiles one, so it also runs under \`node --disallow-code-generation-from-strings\`.
`;

function section(name, program) {
  const root = fresh();
  walk(program, [root]);
  const about = program.body.find(({ type }) => type === 'CommentStatement')?.value.trim().replace(/\s+/g, ' ') ?? '';
  const whole = root.item ? 'Filled with a list of these:\n\n' : '';
  const lines = root.item ? below(root.item, 0) : members(root, 0);
  return `## ${name}\n\n${about}\n\n${lines.length > 0 ? `${whole}${lines.join('\n')}\n` : 'It asks for nothing.\n'}`;
}

/** @returns {Asked} */
const fresh = () => ({ members: new Map() });

/** @param {Asked[]} contexts from the outermost to the one at hand */
function walk(program, contexts) {
  for (const statement of program?.body ?? []) STATEMENTS[statement.type]?.(statement, contexts);
}

const STATEMENTS = {
  MustacheStatement({ path }, contexts) {
    const asked = at(path, contexts);
    if (asked) asked.shown = true;
  },
  PartialStatement({ name, params: [given] }, contexts) {
    const asked = given ? at(given, contexts) : contexts.at(-1);
    asked.filled = name.original;
  },
  BlockStatement({ path, params: [given], program, inverse }, contexts) {
    const asked = at(given, contexts);
    if (path.original === 'each') walk(program, [...contexts, (asked.item ??= fresh())]);
    else if (path.original === 'with') walk(program, [...contexts, asked]);
    else {
      if (asked) asked.asked = true;
      walk(program, contexts);
    }
    if (asked) asked.asked ||= inverse !== undefined;
    walk(inverse, contexts);
  },
};

/** What a path means; nothing for Handlebars' own, such as @first. */
function at({ data, depth, parts }, contexts) {
  if (data) return undefined;
  let asked = contexts.at(-1 - depth);
  for (const part of parts) {
    if (!asked.members.has(part)) asked.members.set(part, fresh());
    asked = asked.members.get(part);
  }
  return asked;
}

function members({ members: all }, depth) {
  return [...all].flatMap(([name, asked]) => [`${'  '.repeat(depth)}- \`${name}\`: ${words(asked)}`, ...below(asked, depth + 1)]);
}

const below = (asked, depth) => [...members(asked, depth), ...(asked.item ? below(asked.item, depth) : [])];

/** @param {Asked} asked */
function words({ shown, asked, item, filled, members }) {
  if (item) return `a list of ${item.shown ? 'texts' : item.filled ? filling(item.filled) : 'these'}`;
  if (filled) return filling(filled);
  if (shown) return asked ? 'text, if there is any' : 'text';
  if (members.size > 0) return asked ? 'these, if there are any' : 'these';
  return 'yes or no';
}

const filling = (name) => `what [${name}](#${name}) asks for`;
