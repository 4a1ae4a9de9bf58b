// Makes src/Domain/People/Pinyin/Simplified.txt: every traditional character of U+3400..9FFF with the simplified one
// that stands for it, as OpenCC (Apache-2.0) knows it through npm's opencc-js (MIT). Run it once, by hand; nothing in
// the build needs it. opencc-js is no dependency of this repository, so install it in a temporary folder:
//
//   folder=$(mktemp -d) && npm install --prefix "$folder" opencc-js@1.4.2
//   node wwwroot-assets/tools/simplified-table.mjs "$folder" > src/Domain/People/Pinyin/Simplified.txt
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder in which opencc-js was installed.');
  process.exit(1);
}
const { Converter } = createRequire(join(folder, 'node_modules', 'x.js'))('opencc-js');
const simplify = Converter({ from: 't', to: 'cn' });

const lines = new Map();
for (let code = 0x3400; code < 0xa000; code++) {
  const character = String.fromCodePoint(code);
  const plain = simplify(character);
  // Only what keeps its length: a name is compared character by character.
  if (plain !== character && plain.length === 1) {
    lines.set(plain, (lines.get(plain) ?? '') + character);
  }
}

const order = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
console.log('# A simplified character and the traditional ones it stands for. Made by wwwroot-assets/tools/simplified-table.mjs.');
console.log(order.map(([plain, traditional]) => `${plain} ${traditional}`).join('\n'));
